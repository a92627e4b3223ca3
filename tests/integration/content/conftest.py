"""The small content folder for tests of the system checks."""

from content_folder import break_file, root

__all__ = ["break_file", "root"]
