"""Bytes to documents: one reader a format, chosen by the bytes first and the name second.

>>> [reader.name for reader in READERS]
['pdf', 'word', 'sheet', 'office', 'html', 'markdown', 'delimited', 'text']
"""

from kg.readers.base import Reader
from kg.readers.opening import READERS, find_documents, read, read_bytes

__all__ = ["READERS", "Reader", "find_documents", "read", "read_bytes"]
