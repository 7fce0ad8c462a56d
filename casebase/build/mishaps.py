"""What is said, and raised, when a file cannot be read as it is."""

from __future__ import annotations

CONVERT = "请用别的软件打开原文件，另存为新的 PDF、DOCX 或 TXT 后放回 corpus 目录。"
SPLIT_UP = "请把它拆成几个小文件后放回 corpus 目录。"


class FileChangedError(Exception):
    """The file was written to, or taken away, while it was being read."""
