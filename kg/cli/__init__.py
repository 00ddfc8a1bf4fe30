"""The `kg` command. Each command is a few lines over the package and imports what it needs when it runs."""

from kg.cli.app import app, main

__all__ = ["app", "main"]
