"""Each system check passes on the real content, and is seen to fail on broken content."""

from datetime import date
from pathlib import Path

import pytest
from django.core.checks import run_checks

from content import checks
from content.checks import first_person_claims, problems
from content.library import CONTENT

SOURCES = """\
[ONE]
title = "First"
publisher = "Publisher"
checked_on = 2026-11-22
evidence = "V1"
"""
DATES = "reviewed_on = 2026-11-22\nreview_due_on = 2027-11-22"
PAGE = f"""\
+++
title = "A page"
summary = "The point."
section = "Basics"
order = 1
{DATES}
+++

A statement. [@ONE] See [the page](/a-page/) and [help](/get-help-now/).
"""
SNIPPET = f"+++\n{DATES}\n+++\n\nA reason. [@ONE]\n"
TODAY = date(2027, 11, 22)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("pages/en", "snippets/en"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "sources.toml").write_text(SOURCES)
    (tmp_path / "pages/en/a-page.md").write_text(PAGE)
    (tmp_path / "snippets/en/why-this.md").write_text(SNIPPET)
    return tmp_path


def found(root: Path, *, today: date = TODAY) -> list[tuple[str, str]]:
    return [(message.id, message.msg) for message in problems(root, today=today)]


def test_the_real_content_has_no_errors():
    assert [
        message for message in problems(CONTENT, today=date(2026, 11, 22)) if message.is_serious()
    ] == []


def test_django_runs_the_checks(monkeypatch, root):
    (root / "sources.toml").write_text("[ONE]\n")
    monkeypatch.setattr(checks, "CONTENT", root)

    assert [message.id for message in run_checks(tags=["content"])] == [checks.BAD_HEADER]


def test_good_content_passes(root):
    assert found(root) == []


@pytest.mark.parametrize(
    ("old", "new", "check", "words"),
    [
        ("order = 1\n", "", checks.BAD_HEADER, "a-page.md: order: is missing"),
        ("[@ONE]", "[@TWO]", checks.UNKNOWN_SOURCE, "a-page.md: sources: 'TWO' is not in"),
        ("[@ONE]", "", checks.NO_SOURCE, "en/a-page.md: sources: cites none"),
        ("/a-page/", "/no-page/", checks.BROKEN_LINK, "en/a-page.md: link: /no-page/ leads to no"),
        ("/a-page/", "/x/y/z.html", checks.BROKEN_LINK, "link: /x/y/z.html leads nowhere"),
        ("/a-page/", "https://example.org/", checks.BROKEN_LINK, "leaves the site"),
        ("/a-page/", "a-page/", checks.BROKEN_LINK, "leaves the site"),
        ("A statement.", "I’ve seen it help.", checks.FIRST_PERSON, "speaks in the first person"),
        ("The point.", "My point.", checks.FIRST_PERSON, "speaks in the first person ('My')"),
    ],
)
def test_a_broken_page_is_found(root, old, new, check, words):
    assert old in PAGE
    (root / "pages/en/a-page.md").write_text(PAGE.replace(old, new))

    [(identity, message)] = found(root)

    assert identity == check
    assert words in message


def test_a_broken_snippet_is_found(root):
    (root / "snippets/en/why-this.md").write_text(
        SNIPPET.replace(" [@ONE]", " See [x](/nowhere/).")
    )

    assert [identity for identity, _ in found(root)] == [checks.NO_SOURCE, checks.BROKEN_LINK]


@pytest.mark.parametrize("slug", ["get-help-now", "appointment"])
def test_a_page_cannot_take_the_address_of_another(root, slug):
    (root / f"pages/en/{slug}.md").write_text(PAGE.replace("order = 1", "order = 2"))

    assert found(root) == [(checks.DUPLICATE, f"{slug}.md: slug: /{slug}/ is another page's")]


def test_two_pages_cannot_share_a_place(root):
    (root / "pages/en/b-page.md").write_text(PAGE)

    assert found(root) == [(checks.DUPLICATE, "a-page.md and b-page.md: order: both are number 1")]


def test_an_overdue_review_is_a_warning(root):
    messages = list(problems(root, today=date(2027, 11, 23)))

    assert [message.id for message in messages] == [checks.REVIEW_OVERDUE] * 2
    assert not any(message.level >= 40 for message in messages)
    assert "en/a-page.md: review_due_on: review was due on 2027-11-22" in messages[0].msg


@pytest.mark.parametrize(
    "claim",
    [
        "In my hands-on work helping patients and caregivers",
        "In my experience, this is especially important",
        "common real-world scenarios I've seen drive the decision",
        "One lesson I’ve learned from reviewing cases",
        "I&#x27;ve seen people feel disappointed",
        "In our clinic, most people do well",
        "We’ve seen it work",
        "“I feel better,” said one person",
    ],
)
def test_first_person_claims_are_found(claim):
    assert first_person_claims(f"<p>{claim}</p>")


@pytest.mark.parametrize(
    "text",
    ["Ask: “Should I change my dose?”", "It is B12, not iron.", "We keep nothing.", "Type II"],
)
def test_a_readers_question_is_not_a_claim(text):
    assert first_person_claims(f"<p>{text}</p>") == []
