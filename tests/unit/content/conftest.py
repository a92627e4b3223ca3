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

SECTIONS = 'en = ["Basics", "More"]\n'

GLOSSARY = """\
[mma]
title = "Methylmalonic acid"
also = ["MMA"]
text = "A substance that rises. [@ONE]"
"""

FIGURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" role="img" aria-labelledby="vial-title">
<title id="vial-title">A vial</title>
<desc>A small bottle with red liquid.</desc>
<path d="M0 0h9" fill="url(#vial-red)"/>
</svg>
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
    """A folder with one page, snippet, drawing and word, and two sources, all in order."""
    (tmp_path / "pages/en").mkdir(parents=True)
    (tmp_path / "snippets/en").mkdir(parents=True)
    for folder in ("glossary", "figures/en"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "sources.toml").write_text(SOURCES)
    (tmp_path / "sections.toml").write_text(SECTIONS)
    (tmp_path / "glossary/en.toml").write_text(GLOSSARY)
    (tmp_path / "figures/en/vial.svg").write_text(FIGURE)
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
