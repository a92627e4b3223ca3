"""A small content folder, all in order, in which one thing at a time can be broken."""

from collections.abc import Callable
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

SECTIONS = 'en = ["Basics", "More"]\n'

SEARCH_WORDS = """\
[en]
glossary = "Glossary"
picture = "picture"
small_words = "a the what"
synonyms = [["MMA", "uMMA", "urine MMA"], ["pill", "tablet"]]

[[en.places]]
path = "/get-help-now/"
title = "Help"
text = "Signs that wait for nobody."
names = ["emergency"]
urgent = ["cannot breathe"]
"""

PAGE_FILE = "pages/en/first.md"
FIGURE_BLOCK = "::: figure vial\nA vial. [@ONE]\n:::"
PAGE = f"""\
+++
title = "First page"
summary = "The point."
section = "Basics"
order = 1
reviewed_on = 2026-11-22
review_due_on = 2027-11-22
+++

A statement. [@ONE] See [the page](/first/), [a part](/first/#what-next),
[this part](#what-next), [a word](/glossary/#mma) and [help](/get-help-now/).

{FIGURE_BLOCK}

## What next?

Ask. [@ONE]
"""

GLOSSARY = """\
[mma]
title = "Methylmalonic acid"
also = ["MMA"]
text = "A substance that rises. [@ONE]"

[pill]
title = "Pill"
text = "A small round thing."
everyday = true
"""

FIGURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" role="img" aria-labelledby="vial-title">
<title id="vial-title">A vial</title>
<desc>A small bottle with red liquid.</desc>
<defs><linearGradient id="vial-red"><stop/></linearGradient><symbol id="vial-drop"/></defs>
<path d="M0 0h9" fill="url(#vial-red)"/><use href="#vial-drop"/>
<text>Red <tspan>drop</tspan></text>
</svg>
"""

SNIPPET = """\
+++
reviewed_on = 2026-11-22
review_due_on = 2027-11-22
+++

A reason. [@TWO, ONE]
"""

FILES = {
    "sources.toml": SOURCES,
    "sections.toml": SECTIONS,
    "search_words.toml": SEARCH_WORDS,
    "glossary/en.toml": GLOSSARY,
    "figures/en/vial.svg": FIGURE,
    PAGE_FILE: PAGE,
    "snippets/en/why.md": SNIPPET,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one page, snippet and drawing, two words and two sources, all in order."""
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path


@pytest.fixture
def break_file(root: Path) -> Callable[[str, str, str], Path]:
    """Replace words in one file, and be sure that they were there."""

    def break_file(name: str, old: str, new: str) -> Path:
        file = root / name
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))
        return root

    return break_file
