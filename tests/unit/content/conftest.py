"""The small content folder for tests of the reader."""

from content_folder import break_file, root

__all__ = ["break_file", "root"]
