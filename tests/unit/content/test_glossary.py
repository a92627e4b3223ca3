"""The glossary explains each word once, with its source, numbered through."""

import pytest

from content.front_matter import ContentError
from content.library import get_glossary, get_source, read_library
from content.page import UnknownSourceError

WORDS = "glossary/en.toml"


def test_words_stand_by_their_titles_and_number_their_sources_through(root):
    (root / WORDS).write_text(
        '[z]\ntitle = "Zinc"\ntext = "A metal. [@ONE, TWO]"\n'
        '[a]\ntitle = "anemia"\nalso = ["anaemia"]\ntext = "Few cells. [@TWO]"\n'
    )
    glossary = read_library(root).glossary

    assert [term.key for term in glossary.terms] == ["a", "z"]
    assert glossary.sources == ("TWO", "ONE")
    assert glossary.terms[1].sources == ("ONE", "TWO")
    assert 'href="#source-2" aria-label="Source 2: Publisher, 2024"' in glossary.terms[1].html
    assert dict(glossary.letters) == {"A": "a", "Z": "z"}


def test_a_clinician_who_reviewed_the_words_can_be_named(break_file):
    root = break_file(WORDS, "[mma]", 'reviewed_by = "Dr. A. Name"\n[mma]')

    assert read_library(root).glossary.reviewed_by == "Dr. A. Name"


def test_a_language_without_a_glossary_has_none(root):
    (root / WORDS).unlink()

    assert read_library(root).glossary.terms == ()


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('title = "Methylmalonic acid"\n', "", "mma.title"),
        ("text =", "txet =", "mma.text"),
        ('also = ["MMA"]', 'also = "MMA"', "mma.also"),
        ('also = ["MMA"]', "also = [1]", "mma.also"),
        ('also = ["MMA"]', 'everyday = "yes"', "mma.everyday"),
        ("[mma]", "mma = 1\n[x]", "mma"),
        ("[mma]", "reviewed_by = 1\n[mma]", "reviewed_by"),
        ("[mma]", "[main]", "main"),
        ("[mma]", "[search]", "search"),
        ("[mma]", "[sources-title]", "sources-title"),
        ("[mma]", "[source-1]", "source-1"),
        ("[mma]", "['two words']", "two words"),
    ],
)
def test_a_broken_word_is_named(break_file, old, new, key):
    root = break_file(WORDS, old, new)

    with pytest.raises(ContentError) as caught:
        read_library(root)

    assert str(caught.value).startswith(f"en.toml: {key}: ")


def test_an_unknown_source_is_named(break_file):
    root = break_file(WORDS, "[@ONE]", "[@THREE]")

    with pytest.raises(UnknownSourceError, match=r"^en\.toml: mma\.sources: 'THREE'"):
        read_library(root)


def test_our_glossary_is_sourced_and_says_each_name_once():
    glossary = get_glossary()
    titles = [term.title.casefold() for term in glossary.terms]

    assert len(titles) >= 20
    assert len(titles) == len(set(titles))
    assert all(get_source(source) for source in glossary.sources)
