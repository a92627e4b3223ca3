"""A small content folder in which one thing at a time can be broken."""

from pathlib import Path

import pytest

SOURCES = """\
[ONE]
title = "First"
publisher = "Publisher"
year = 2024
url = "https://example.org/one"
checked_on = 2026-11-22
evidence = "V1"

[TWO]
title = "Second"
publisher = "Publisher"
checked_on = 2026-11-22
evidence = "V2"
note = "abstract"
"""

PAGE = """\
+++
title = "First page"
summary = "The point."
section = "Basics"
order = 1
reviewed_on = 2026-11-22
review_due_on = 2027-11-22
+++

A statement. [@ONE]
"""

SNIPPET = """\
+++
reviewed_on = 2026-11-22
review_due_on = 2027-11-22
+++

A reason. [@TWO, ONE]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one page, one snippet and two sources, all in order."""
    (tmp_path / "pages/en").mkdir(parents=True)
    (tmp_path / "snippets/en").mkdir(parents=True)
    (tmp_path / "sources.toml").write_text(SOURCES)
    (tmp_path / "pages/en/first.md").write_text(PAGE)
    (tmp_path / "snippets/en/why.md").write_text(SNIPPET)
    return tmp_path


@pytest.fixture
def break_file(root: Path):
    """Replace words in one file, and be sure that they were there."""

    def break_file(name: str, old: str, new: str) -> Path:
        file = root / name
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))
        return root

    return break_file
