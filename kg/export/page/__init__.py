"""The explorer page: what it knows (`content`), what it opens on (`overview`), how its file is put together."""

from kg.export.page.assemble import render
from kg.export.page.content import page_content

__all__ = ["page_content", "render"]
