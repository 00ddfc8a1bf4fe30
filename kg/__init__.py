"""Zerentu (责任图谱): who owns which public project, with the sentence that proves it."""

__version__ = "0.1.0"
