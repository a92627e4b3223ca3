"""The search finds what people mean, however they spell it."""

import time

import pytest

from content.front_matter import ContentError
from content.library import CONTENT, library, read_library
from content.search import LONGEST_QUERY, MOST_OF_ONE_PAGE, MOST_RESULTS, Index, index
from content.search_places import (
    Place,
    SearchWords,
    places_of,
    read_search_words,
    spell,
    unsaid_names,
)


def place(path: str, *, heading: str = "", text: str = "", names: tuple[str, ...] = ()) -> Place:
    return Place(
        path=path, anchor="", title="Page", heading=heading, text=text or "words", names=names
    )


WORDS = SearchWords(
    glossary="Glossary",
    picture="picture",
    small=frozenset({"what", "is", "the", "where", "does", "go"}),
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
        ("nurse", ["/c/"]),
        ("\x00\ud800", []),
    ],
)
def test_words_are_found(query, expected):
    assert paths(query)[: len(expected) or None] == expected


def test_a_guess_is_named_and_a_plain_find_is_not():
    assert SMALL.search("anmeia").guesses == ("anemia",)
    assert SMALL.search("anemia zebra").guesses == ()
    assert SMALL.search("inject").guesses == ()


def test_a_guess_is_written_as_our_texts_write_it():
    assert SMALL.search("nursez").guesses == ("nurses",)


def test_a_word_that_nothing_has_is_named_as_it_was_typed():
    assert SMALL.search("Zébras, anemia, the (Zébras)").missing == ("Zébras",)
    assert SMALL.search("jab anmeia").missing == ()


def test_all_finds_are_counted():
    assert SMALL.search("nitrous").total == 2
    assert SMALL.search("zebra").total == 0


def test_the_small_words_of_a_question_find_the_heading_that_asks_it():
    places = [
        place("/a/", heading="The injection", text="An injection, an injection, an injection."),
        place("/b/", heading="Where does it go?", text="Into the arm: the injection."),
    ]

    assert paths("where does the injection go", Index(places, words=WORDS)) == ["/b/", "/a/"]


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


@pytest.mark.parametrize(
    ("texts", "word"),
    [
        (["Anaemia", "anaemias", "ANEMIA", "anæmia", "Anæmias"], "anemia"),
        (["oedema", "œdema", "Œdema", "edema"], "edema"),
        (["tumour", "tumours", "tumor"], "tumor"),
        (["behavioural", "behavioral"], "behavioral"),
        (["diarrhoea", "diarrhea"], "diarrhea"),
        (["can’t", "can't", "cant"], "cant"),
        (["B12", "b-12", "B 12", "B\u201112", "B\u201312"], "b12"),
        (["1,000", "1000"], "1000"),
        (["allergy", "allergies"], "allergy"),
        (["rash", "rashes"], "rash"),
        (["itch", "itches"], "itch"),
        (["headache", "headaches"], "headache"),
        (["dose", "doses"], "dose"),
        (["box", "boxes"], "box"),
        (["illness", "illnesses"], "illness"),
        (["cookie", "cookies"], "cooky"),
        (["toe", "toes"], "toe"),
    ],
)
def test_spellings_of_a_word_are_one(texts, word):
    assert [list(spell(text)) for text in texts] == [[word]] * len(texts)


@pytest.mark.parametrize(
    "text",
    ["pernicious", "illness", "gas", "virus", "four", "hour", "your", "source", "die", "0.5", "16"],
)
def test_a_word_that_only_looks_like_another_stays(text):
    assert list(spell(text)) == [text]


@pytest.mark.parametrize("dash", "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
def test_a_dash_joins_no_words(dash):
    assert list(spell(f"180{dash}250 holo{dash}TC")) == ["180", "250", "holo", "tc"]


def test_no_number_is_a_small_word():
    small = index().words.small

    for number in ("one", "two", "three", "four", "five", "six", "ten", "12", "0.5"):
        assert small.isdisjoint(spell(number))


# What people type, and where it must lead among the first three.
ASKED = [
    ("cobalamin", "/glossary/#cobalamin"),
    ("holoTC", "/glossary/#active-b12"),
    ("B12 shot", "/glossary/#injection"),
    ("jab", "/glossary/#injection"),
    ("pernicious anaemia", "/glossary/#pernicious-anemia"),
    ("pernicious anemia", "/glossary/#pernicious-anemia"),
    ("pernicous anemai", "/glossary/#pernicious-anemia"),
    ("B-12", "/glossary/#vitamin-b12"),
    ("what is vitamin B12", "/glossary/#vitamin-b12"),
    ("laughing gas", "/nitrous-oxide-and-b12/"),
    ("pregnant", "/pregnancy-and-b12/"),
    ("metformin", "/glossary/#metformin"),
    ("911", "/get-help-now/"),
    ("delete my answers", "/privacy/"),
    ("cookies", "/privacy/"),
    ("picture of vitamin B12 injection", "/what-b12-injections-are/"),
    ("where does the injection go", "/what-b12-injections-are/#who-gives-it-and-where-does-it-go"),
    ("cobalmin", "/glossary/#cobalamin"),
    ("does it hurt", "/what-b12-injections-are/#does-it-hurt"),
    ("vegan", "/medicines-and-conditions/"),
    ("1,000 micrograms", "/tablets-sprays-injections/"),
]


@pytest.mark.parametrize(("query", "path"), ASKED)
def test_our_texts_answer_what_people_type(query, path):
    found = [result.place for result in index().search(query).found[:3]]

    assert any(f"{place.path}#{place.anchor}".startswith(path) for place in found)


# Whoever types this may need help at once.
CALLS_FOR_HELP = """
die, I am going to die, I want to die, dying, kill myself, how to kill myself, killing myself,
suicide, suicidal, end my life, self harm, hurt myself, I don't want to live, I do not want to be
here, better off dead, crisis line, cannot breathe, can't breathe, can’t breathe, cant breath, can
not breathe, trouble breathing, shortness of breath, chest pain, chest pains, pain in my chest,
chest pian, heart attack, palpitations, stroke, strokes, face drooping, slurred speech, one side
is weak, collapse, collapsed, fainted, passed out, unconscious, seizure, overdose, overdosed, took
too many tablets, poisoned, blind, going blind, blindness, cannot see, lost sight in one eye,
sudden loss of vision, cannot pee, can't pee, can't urinate, cannot hold urine, cannot poo,
incontinence, cannot walk, can't walk any more, no longer walk, paralysed, paralyzed, legs are
weak, numb bottom, numb between the legs, numb bum, saddle numbness, swollen throat, swollen face,
my throat is swelling, my face is swelling, anaphylaxis, allergic shock, wheezing, coughing blood,
swollen leg, hearing voices, suddenly confused, emergency, urgent, ambulance, call 911, heavy
bleeding, suicde, anaphilaxis, blindnes
""".replace("\n", " ").split(",")


@pytest.mark.parametrize("query", [query.strip() for query in CALLS_FOR_HELP])
def test_a_call_for_help_leads_to_help_first(query):
    results = index().search(query)

    assert results.is_urgent
    assert results.found[0].place.path == "/get-help-now/"
    assert [result.place.path for result in results.found].count("/get-help-now/") == 1


@pytest.mark.parametrize(
    "query",
    [
        *("", "metformin", "diet", "numbness", "vegan", "B12", "a pill", "bland", "deaf", "dairy"),
        *("what injections cannot do", "B12 112 pmol/L", "range 211-911", "1 000 micrograms"),
    ],
)
def test_other_words_are_no_call_for_help(query):
    assert not index().search(query).is_urgent


def test_words_that_call_for_help_are_not_said_to_be_missing():
    assert index().search("can't pee").missing == ()
    assert index().search("suicde").missing == index().search("suicde").guesses == ()
    assert index().search("zzyzx stroke").missing == ("zzyzx",)


def test_every_find_leads_to_an_id_that_is_there():
    texts = library()
    anchors = {f"/{slug}/": page.anchors for slug, page in texts.pages.items()}
    anchors["/glossary/"] = frozenset(term.key for term in texts.glossary.terms)
    with_anchor = [place for place in index().places if place.anchor]

    assert {place.path for place in with_anchor} == set(anchors)
    for each in with_anchor:
        assert each.anchor in anchors[each.path]


def test_the_longest_query_takes_no_time():
    query = " ".join(f"zqx{number}w" for number in range(LONGEST_QUERY))
    index()
    before = time.perf_counter()
    index().search(query)

    assert time.perf_counter() - before < 0.5


WORDS_FILE = "search_words.toml"


def test_what_the_search_knows_is_read(root):
    words = read_search_words(root / WORDS_FILE, language="en")

    assert words.synonyms == {"urine mma": "mma", "umma": "mma", "tablet": "pill"}
    assert words.small == {"a", "the", "what"}
    assert [place.urgent for place in words.places] == [("cannot breathe",)]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('glossary = "Glossary"\n', "", "en.glossary"),
        ("small_words", "smal_words", "en.small_words"),
        ('"a the what"', "[]", "en.small_words"),
        ('["pill", "tablet"]', '"pill"', "en.synonyms"),
        ('["pill", "tablet"]', "[1]", "en.synonyms"),
        ('["pill", "tablet"]', '["pill", "uMMA"]', "en.synonyms"),
        ('["pill", "tablet"]', '["uMMA", "tablet"]', "en.synonyms"),
        ('["pill", "tablet"]', "[]", "en.synonyms"),
        ('path = "/get-help-now/"\n', "", "en.places.path"),
        ("urgent = [", "urgnt = [", "en.places.urgnt"),
        ('["cannot breathe"]', '[" "]', "en.places.urgent"),
        ('names = ["emergency"]', 'names = "emergency"', "en.places.names"),
        ("[[en.places]]", "[en.places]", "en.places"),
        ("[[en.places]]", "[[de.places]]", "en.places"),
    ],
)
def test_a_wrong_entry_is_named(break_file, old, new, key):
    root = break_file(WORDS_FILE, old, new)

    with pytest.raises(ContentError) as caught:
        read_search_words(root / WORDS_FILE, language="en")

    assert str(caught.value).startswith(f"{WORDS_FILE}: {key}: ")


def test_a_synonym_for_what_no_text_says_is_seen(root, break_file):
    break_file(WORDS_FILE, '"pill", ', '"round pill", "lozenge", ')
    words = read_search_words(root / WORDS_FILE, language="en")

    assert unsaid_names(read_library(root), words=words) == ("round pill",)


def test_our_own_synonyms_lead_to_something():
    words = read_search_words(CONTENT / WORDS_FILE, language="en")

    assert unsaid_names(library(), words=words) == ()
    assert len(list(places_of(library(), words=words))) > 100
