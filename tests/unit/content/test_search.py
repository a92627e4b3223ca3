"""The search finds what people mean, however they spell it."""

import time

import pytest

from content.library import CONTENT, library
from content.search import LONGEST_QUERY, MOST_OF_ONE_PAGE, MOST_RESULTS, Index, index
from content.search_places import Place, SearchWords, read_search_words, spell


def place(path: str, *, heading: str = "", text: str = "", names: tuple[str, ...] = ()) -> Place:
    return Place(
        path=path, anchor="", title="Page", heading=heading, text=text or "words", names=names
    )


WORDS = SearchWords(
    glossary="Glossary",
    picture="picture",
    small=frozenset({"what", "is", "the"}),
    synonyms={"laughing gas": "nitrous oxide", "jab": "injection"},
    places=(),
)
SMALL = Index(
    [
        place("/a/", heading="Nitrous oxide", text="A gas. It disturbs how the body uses B12."),
        place("/b/", heading="Tests", text="Nitrous oxide hides in a B12 test."),
        place("/c/", heading="Injections", text="Injections are given by nurses for anemia."),
        place("/d/", heading="Active B12", text="A test.", names=("holoTC", "holotranscobalamin")),
    ],
    words=WORDS,
)


def paths(query: str, of: Index = SMALL) -> list[str]:
    return [result.place.path for result in of.search(query).found]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("nitrous oxide", ["/a/", "/b/"]),
        ("What is LAUGHING GAS?", ["/a/", "/b/"]),
        ("jabs", ["/c/"]),
        ("inject", ["/c/"]),
        ("anaemia", ["/c/"]),
        ("anmeia", ["/c/"]),
        ("holo-TC holotc", ["/d/"]),
        ("holotranscobalmin", ["/d/"]),
        ("the", []),
        ("", []),
        ("…!?", []),
        ("zebra", []),
        ("zebra anemia", ["/c/"]),
        ("\x00\ud800", []),
    ],
)
def test_words_are_found(query, expected):
    assert paths(query)[: len(expected) or None] == expected


def test_a_guess_is_named_and_a_plain_find_is_not():
    assert SMALL.search("anmeia").guesses == ("anemia",)
    assert SMALL.search("anemia zebra").guesses == ()
    assert SMALL.search("inject").guesses == ()


def test_a_word_that_nothing_has_is_named():
    assert SMALL.search("zebra anemia the").missing == ("zebra",)
    assert SMALL.search("jab anmeia").missing == ()


def test_a_short_or_differently_begun_word_is_not_guessed():
    assert paths("gaz") == []
    assert paths("zitrous") == []


def test_the_words_around_the_first_match_are_shown_and_marked():
    text = f"{'before ' * 40}nitrous oxide{' after' * 40}"
    [result] = Index([place("/a/", text=text)], words=WORDS).search("nitrous").found

    assert ("nitrous", True) in result.excerpt
    assert ("oxide", False) in result.excerpt
    assert result.excerpt[0] == result.excerpt[-1] == ("…", False)
    assert len(result.excerpt) < 40


def test_one_page_does_not_fill_the_list():
    many = [place("/a/", text="cobalt") for _ in range(20)]
    many += [place(f"/{number}/", text="cobalt") for number in range(20)]

    found = paths("cobalt", Index(many, words=WORDS))

    assert len(found) == MOST_RESULTS
    assert found.count("/a/") == MOST_OF_ONE_PAGE


@pytest.mark.parametrize("text", ["Anaemia", "anaemias", "ANEMIA", "anæmia".replace("æ", "ae")])
def test_spellings_of_a_word_are_one(text):
    assert list(spell(text)) == ["anemia"]


@pytest.mark.parametrize("text", ["B12", "b-12", "B 12", "B‑12"])
def test_b12_is_one_word(text):
    assert list(spell(text.replace("‑", "-"))) == ["b12"]


def test_endings_that_are_no_plural_stay():
    assert list(spell("pernicious illness gas virus")) == ["pernicious", "illness", "gas", "virus"]


# What people type, and where it must lead among the first three.
ASKED = [
    ("cobalamin", "/glossary/"),
    ("holoTC", "/glossary/"),
    ("B12 shot", "/"),
    ("jab", "/"),
    ("pernicious anaemia", "/"),
    ("pernicious anemia", "/"),
    ("B-12", "/"),
    ("laughing gas", "/nitrous-oxide-and-b12/"),
    ("pregnant", "/pregnancy-and-b12/"),
    ("metformin", "/"),
    ("chest pain", "/get-help-now/"),
    ("suicidal", "/get-help-now/"),
    ("delete my answers", "/privacy/"),
    ("picture of vitamin B12 injection", "/what-b12-injections-are/"),
    ("cobalmin", "/glossary/"),
    ("can I drive after an injection", "/"),
    ("vegan", "/"),
    ("pernicous anemai", "/glossary/"),
]


@pytest.mark.parametrize(("query", "path"), ASKED)
def test_our_texts_answer_what_people_type(query, path):
    found = index().search(query).found

    assert any(result.place.path.startswith(path) for result in found[:3])


def test_every_find_leads_to_a_heading_that_is_there():
    for each in index().places:
        page = library().pages.get(each.path.strip("/"))
        if page and each.anchor:
            assert each.anchor in page.anchors


def test_the_longest_query_takes_no_time():
    query = " ".join(f"zqx{number}w" for number in range(LONGEST_QUERY))
    index()
    before = time.perf_counter()
    index().search(query)

    assert time.perf_counter() - before < 0.5


def test_synonyms_do_not_chain_or_repeat():
    words = read_search_words(CONTENT / "search_words.toml", language="en")

    assert not set(words.synonyms) & set(words.synonyms.values())
