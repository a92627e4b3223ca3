"""Each system check passes on the real content, and is seen to fail on broken content."""

from datetime import date
from pathlib import Path

import pytest
from content_folder import GLOSSARY, PAGE, PAGE_FILE, SNIPPET
from django.core.checks import ERROR, WARNING, run_checks
from django.core.management import ManagementUtility, call_command
from django.core.management.base import SystemCheckError

from content import checks
from content.checks import first_person_claims, problems
from content.library import CONTENT

TODAY = date(2027, 9, 22)


def found(root: Path, *, today: date = TODAY) -> list[tuple[str, str]]:
    return [(message.id, message.msg) for message in problems(root, today=today)]


def test_the_real_content_has_no_errors():
    assert [
        message for message in problems(CONTENT, today=date(2026, 11, 22)) if message.is_serious()
    ] == []


def test_django_runs_the_checks(monkeypatch, root):
    (root / "sources.toml").write_text("[ONE]\n")
    monkeypatch.setattr(checks, "CONTENT", root)

    assert [message.id for message in run_checks(tags=["content"])] == [checks.BAD_FILE]


def test_django_itself_has_nothing_to_say():
    """`make check` fails on errors only, for a review that is due soon is a warning."""
    ours = {str(value) for name, value in vars(checks).items() if name.isupper()}

    assert [message for message in run_checks() if message.id not in ours] == []


@pytest.mark.parametrize(
    "command", [["answers_schema"], ["render_summary", "tests/cases/reference.json"]]
)
def test_an_overdue_page_stops_no_sheet(monkeypatch, root, tmp_path, command):
    (root / "sources.toml").write_text("[ONE]\n")
    monkeypatch.setattr(checks, "CONTENT", root)
    with pytest.raises(SystemCheckError):
        call_command("check")
    output = ["--output", str(tmp_path / "sheet.pdf")] if "render_summary" in command else []

    ManagementUtility(["manage.py", *command, *output]).execute()


def test_good_content_passes(root):
    assert found(root) == []


@pytest.mark.parametrize(
    ("old", "new", "check", "words"),
    [
        ("order = 1\n", "", checks.BAD_FILE, "first.md: order: is missing"),
        ("[@ONE]", "[@THREE]", checks.UNKNOWN_SOURCE, "first.md: sources: 'THREE' is not in"),
        ("(#what-next)", "(#what-now)", checks.BROKEN_LINK, "#what-now leads to no heading"),
        ("(/first/#what-next)", "(/first/#x)", checks.BROKEN_LINK, "no heading of that page"),
        ("/glossary/#mma", "/glossary/#x", checks.BROKEN_LINK, "no heading of that page"),
        ("/get-help-now/", "/get-help-now/#x", checks.BROKEN_LINK, "no heading of that page"),
        ("figure vial", "figure bottle", checks.BAD_FIGURE, "there is no drawing 'bottle'"),
        ('section = "Basics"', 'section = "Else"', checks.UNKNOWN_SECTION, "'Else' is not in"),
        ("Ask.", "Ask for 50 mcg.", checks.NOT_PLAIN, "en/first.md: text: says 'mcg'"),
        ("Ask.", f"{'Ask ' * 24}me.", checks.NOT_PLAIN, "has a sentence of 25 words"),
        (
            "(/first/)",
            "(/no-page/)",
            checks.BROKEN_LINK,
            "en/first.md: link: /no-page/ leads to no",
        ),
        ("(/first/)", "(/x/y/z.html)", checks.BROKEN_LINK, "link: /x/y/z.html leads nowhere"),
        ("(/first/)", "(https://example.org/)", checks.BROKEN_LINK, "leaves the site"),
        ("(/first/)", "(first/)", checks.BROKEN_LINK, "leaves the site"),
        ("(/first/)", "(//evil.example/glossary/)", checks.BROKEN_LINK, "leaves the site"),
        ("(/first/)", "(//glossary/)", checks.BROKEN_LINK, "leaves the site"),
        ("A vial. [@ONE]", "A vial.", checks.BAD_FIGURE, "'vial' cites no source"),
        ("A vial.", "My vial.", checks.FIRST_PERSON, "speaks in the first person ('My')"),
        ("A vial.", "A vial with 5 ug.", checks.NOT_PLAIN, "says 'ug'"),
        ("A vial.", "For anaemia.", checks.NOT_PLAIN, "says 'anaemia'"),
        ("The point.", "One. Two.  Three.", checks.NOT_PLAIN, "first.md: summary: say the point"),
        ("A statement.", "I’ve seen it help.", checks.FIRST_PERSON, "speaks in the first person"),
        ("The point.", "My point.", checks.FIRST_PERSON, "speaks in the first person ('My')"),
    ],
)
def test_a_broken_page_is_found(root, old, new, check, words):
    assert old in PAGE
    (root / PAGE_FILE).write_text(PAGE.replace(old, new))

    [(identity, message)] = found(root)

    assert identity == check
    assert words in message


def test_a_page_that_cites_nothing_is_found(root):
    bare = PAGE.replace("figure vial", "figure vial example").replace(" [@ONE]", "")
    (root / PAGE_FILE).write_text(bare)

    assert found(root) == [(checks.NO_SOURCE, "en/first.md: sources: cites none")]


def test_two_sentences_are_a_summary(break_file):
    assert found(break_file(PAGE_FILE, "The point.", "Is it? It is.")) == []


def test_a_broken_snippet_is_found(root):
    (root / "snippets/en/why.md").write_text(
        SNIPPET.replace(" [@TWO, ONE]", " See [x](/nowhere/).")
    )

    assert [identity for identity, _ in found(root)] == [checks.NO_SOURCE, checks.BROKEN_LINK]


@pytest.mark.parametrize("slug", ["get-help-now", "appointment"])
def test_a_page_cannot_take_the_address_of_another(root, slug):
    (root / f"pages/en/{slug}.md").write_text(PAGE.replace("order = 1", "order = 2"))

    assert found(root) == [(checks.DUPLICATE, f"{slug}.md: slug: /{slug}/ is another page's")]


def test_two_pages_cannot_share_a_place(root):
    (root / "pages/en/second.md").write_text(PAGE)

    assert found(root) == [(checks.DUPLICATE, "first.md and second.md: order: both are number 1")]


@pytest.mark.parametrize(
    ("old", "new", "check", "words"),
    [
        ("[@ONE]", "[@THREE]", checks.UNKNOWN_SOURCE, "en.toml: mma.sources: 'THREE' is not in"),
        (" [@ONE]", "", checks.NO_SOURCE, "en.toml: mma: sources: cites none"),
        (
            "A substance that rises.",
            "A [link](/no/).",
            checks.BROKEN_LINK,
            "en.toml: mma: link: /no/",
        ),
        (
            "A substance that rises.",
            "I’ve seen it.",
            checks.FIRST_PERSON,
            "en.toml: mma: text: speaks",
        ),
        ("A substance that rises.", "50 mcg.", checks.NOT_PLAIN, "en.toml: mma: text: says 'mcg'"),
        ("A small round thing.", "A titre.", checks.NOT_PLAIN, "en.toml: pill: text: says 'titre'"),
        ("A substance that", f"{'It ' * 24}that", checks.NOT_PLAIN, "a sentence of 26 words"),
        (
            "A substance that rises.",
            "Gastrointestinal malabsorption necessitates supplementation.",
            checks.NOT_PLAIN,
            "en.toml: mma: text: reads at grade",
        ),
        ("[mma]", "[contents]", checks.BAD_FILE, "en.toml: contents: cannot be the id"),
        ("text =", "txt =", checks.BAD_FILE, "en.toml: mma.text: is missing"),
    ],
)
def test_a_broken_word_is_found(root, old, new, check, words):
    (root / "glossary/en.toml").write_text(GLOSSARY.replace(old, new, 1))

    [(identity, message)] = found(root)

    assert identity == check
    assert words in message


VIAL = "figures/en/vial.svg"


def test_a_drawing_that_is_not_safe_is_found(break_file):
    root = break_file(VIAL, "<desc", "<script/><desc")

    assert found(root) == [(checks.BAD_FILE, "vial.svg: script: this element is not allowed")]


@pytest.mark.parametrize(
    ("old", "new", "check", "words"),
    [
        ("A vial<", "My vial<", checks.FIRST_PERSON, "speaks in the first person ('My')"),
        ("A small", "I’ve seen a small", checks.FIRST_PERSON, "speaks in the first person"),
        ("Red <tspan>drop", "5 <tspan>µg", checks.NOT_PLAIN, "says 'µg': write “micrograms”"),
        ("with red", "of a red colour, with", checks.NOT_PLAIN, "says 'colour': use the US"),
    ],
)
def test_the_words_of_a_drawing_are_checked(break_file, old, new, check, words):
    [(identity, message)] = found(break_file(VIAL, old, new))

    assert identity == check
    assert message.startswith("en/vial.svg: text: ")
    assert words in message


@pytest.mark.parametrize(
    ("old", "new", "check", "words"),
    [
        ("/get-help-now/", "/get-help/", checks.BROKEN_LINK, "path: /get-help/ leads to no page"),
        ("/get-help-now/", "//x.example/", checks.BROKEN_LINK, "leaves the site"),
        ('"pill", ', '"lozenge", ', checks.UNSAID, "synonyms: no text says 'lozenge'"),
        ("names = [", "nams = [", checks.BAD_FILE, "en.places.names: is missing"),
    ],
)
def test_wrong_words_of_the_search_are_found(break_file, old, new, check, words):
    [(identity, message)] = found(break_file("search_words.toml", old, new))

    assert identity == check
    assert message.startswith("search_words.toml: ")
    assert words in message


def test_a_source_from_memory_is_found(root, break_file):
    break_file("sources.toml", '"V1"', '"M"')

    [(identity, message)] = found(root)

    assert identity == checks.FROM_MEMORY
    assert "sources.toml: ONE.evidence: from memory" in message


@pytest.mark.parametrize(
    ("today", "check", "level"),
    [
        (date(2027, 9, 22), None, None),
        (date(2027, 9, 23), checks.REVIEW_DUE_SOON, WARNING),
        (date(2027, 11, 22), checks.REVIEW_DUE_SOON, WARNING),
        (date(2027, 11, 23), checks.REVIEW_OVERDUE, ERROR),
    ],
)
def test_a_review_is_a_warning_before_it_is_due_and_an_error_after(root, today, check, level):
    messages = list(problems(root, today=today))

    assert [(message.id, message.level) for message in messages] == [(check, level)] * (
        2 if check else 0
    )
    assert all("review_due_on: review" in message.msg for message in messages)


def test_a_site_that_does_not_know_its_address_is_found(settings):
    settings.SITE_URL = "https://b12.example"
    assert checks.check_site_url(None) == []

    settings.SITE_URL = "http://127.0.0.1:8000"
    assert [message.id for message in checks.check_site_url(None)] == [checks.NOT_FINDABLE]


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
    [
        "Ask: “Should I change my dose?”",
        "Tick “I am on a shared computer”.",
        "Choose “I don’t know”.",
        "It is B12, not iron.",
        "We keep nothing.",
        "Type II",
        "For my appointment: vitamin B12",
    ],
)
def test_a_readers_question_is_not_a_claim(text):
    assert first_person_claims(f"<p>{text}</p>") == []
