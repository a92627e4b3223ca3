"""Takes the one file that the site accepts, a sheet, into memory and never onto the disk."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

FIELD = "sheet"
LARGEST = 2_000_000
"""A sheet has some 35 kB, the longest with all its fonts below 300 kB."""


class OneSmallFile(FileUploadHandler):
    """Keeps the first file of the one field; of a larger one no more than shows that it is.

    The rest of a large file is read and forgotten: a browser that is cut off while it still sends
    would show an error of its own, and not our sentence.
    """

    kept: bytearray | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file, or leave it out."""
        super().new_file(*args, **kwargs)
        if self.field_name != FIELD or self.kept is not None:
            raise SkipFile
        self.kept = bytearray()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece of the file, up to one byte more than it may have."""
        if self.kept is not None and start <= LARGEST:
            self.kept += raw_data[: LARGEST + 1 - start]

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        """Return the file; its size is the true one."""
        return InMemoryUploadedFile(
            BytesIO(self.kept or b""),
            self.field_name,
            self.file_name,
            self.content_type,
            file_size,
            self.charset,
        )
