"""A broken header is named by file and key."""

import pytest
from content_folder import PAGE, PAGE_FILE

from content.front_matter import ContentError
from content.library import read_library

BROKEN_PAGES = [
    ("+++\ntitle", "title", "+++"),
    ("+++\n\nA statement", "\nA statement", "+++"),
    ('title = "First page"', "title = First page", "header"),
    ('title = "First page"\n', "", "title"),
    ('title = "First page"', 'title = "  "', "title"),
    ('title = "First page"', "title = 1", "title"),
    ('summary = "The point."\n', "", "summary"),
    ('section = "Basics"\n', "", "section"),
    ("order = 1\n", "", "order"),
    ("order = 1", 'order = "1"', "order"),
    ("order = 1", "order = true", "order"),
    ("order = 1", "order = 1\nsubtitle = 'x'", "subtitle"),
    ("reviewed_on = 2026-11-22\n", "", "reviewed_on"),
    ("reviewed_on = 2026-11-22", 'reviewed_on = "yesterday"', "reviewed_on"),
    ("reviewed_on = 2026-11-22", "reviewed_on = 2026-11-22T08:00:00", "reviewed_on"),
    ("review_due_on = 2027-11-22\n", "", "review_due_on"),
    ("review_due_on = 2027-11-22", "review_due_on = 2026-11-22", "review_due_on"),
    ("order = 1", "order = 1\nreviewed_by = ''", "reviewed_by"),
    ("order = 1", "order = 1\nfaq = 'yes'", "faq"),
    ("[@ONE]", "[@THREE]", "sources"),
    ("[@ONE]", "[@ONE, one]", "sources"),
    ("[@ONE]", "[@]", "sources"),
]


@pytest.mark.parametrize(("old", "new", "key"), BROKEN_PAGES)
def test_a_broken_page_is_named(break_file, old, new, key):
    root = break_file(PAGE_FILE, old, new)

    with pytest.raises(ContentError) as caught:
        read_library(root)

    assert caught.value.key == key
    assert str(caught.value).startswith(f"first.md: {key}: ")


def test_a_page_without_a_body_is_named(root):
    header, _, _ = PAGE.rpartition("+++")
    (root / PAGE_FILE).write_text(f"{header}+++\n\n \n")

    with pytest.raises(ContentError, match=r"^first\.md: body: is empty"):
        read_library(root)


@pytest.mark.parametrize(
    ("heading", "reason"), [("## What next?", None), ("## Next", "no heading of the page asks")]
)
def test_a_page_of_questions_says_so_and_asks_some(break_file, heading, reason):
    break_file(PAGE_FILE, "order = 1", "order = 1\nfaq = true")
    root = break_file(PAGE_FILE, "## What next?", heading)

    if reason is None:
        assert read_library(root).pages["first"].faq
    else:
        with pytest.raises(ContentError, match=rf"^first\.md: faq: {reason}"):
            read_library(root)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("reviewed_on = 2026-11-22\n", "", "reviewed_on"),
        ("+++\nreviewed_on", "+++\ntitle = 'x'\nreviewed_on", "title"),
        ("[@TWO, ONE]", "[@TWO, THREE]", "sources"),
        ("A reason. [@TWO, ONE]\n", "", "body"),
    ],
)
def test_a_broken_snippet_is_named(break_file, old, new, key):
    root = break_file("snippets/en/why.md", old, new)

    with pytest.raises(ContentError, match=rf"^why\.md: {key}: "):
        read_library(root)


@pytest.mark.parametrize("name", ["First", "two--hyphens", "with_underscore", "-first", "ärzte"])
def test_a_file_name_that_is_no_address_is_refused(root, name):
    (root / "pages/en/first.md").rename(root / f"pages/en/{name}.md")

    with pytest.raises(ContentError, match=rf"^{name}\.md: file name: "):
        read_library(root)


def test_a_clinician_can_be_named(break_file):
    root = break_file(PAGE_FILE, "order = 1", 'order = 1\nreviewed_by = "Dr. A. Name"')

    assert read_library(root).pages["first"].reviewed_by == "Dr. A. Name"
