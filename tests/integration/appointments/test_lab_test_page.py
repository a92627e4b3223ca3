"""Which test it is: found by what the report calls it, or chosen from the list."""

from __future__ import annotations

import pytest

NEW = "/appointment/lab-test/new/"


@pytest.mark.parametrize(
    ("typed", "test"),
    [
        ("holoTC", "b12_active"),
        ("HGB", "hb"),
        ("hgb", "hb"),
        ("PCV", "hct"),
        ("tHcy", "homocysteine"),
        ("Serum vitamin B12 level", "b12_total"),
        ("Vitamin B12 (total)", "b12_total"),
        ("uMMA", "mma_urine"),
        ("IF Ab type 1", "ifab"),
    ],
)
def test_a_name_on_a_report_finds_its_test(visitor, typed, test):
    visitor.open(NEW)
    visitor.send(own_words=typed)

    assert visitor.url == "/appointment/lab-result/1/"
    kept = visitor.answers.lab_results.entries[0]
    assert (kept.test, kept.own_words) == (test, "")


def test_a_name_that_fits_the_test_chosen_beside_it_is_no_contradiction(visitor):
    visitor.open(NEW)
    visitor.send(own_words="HGB", test="hb")

    assert visitor.answers.lab_results.entries[0].test == "hb"


def test_a_name_that_is_not_in_the_list_is_asked_about_once_and_kept(visitor):
    visitor.open(NEW)
    page = visitor.send(own_words="Zonulin <stool>")
    assert visitor.status == 422
    assert page.errors[0].startswith("“Zonulin <stool>” is not in our list.")
    assert not visitor.visit.answers.lab_results.entries

    visitor.send()

    kept = visitor.answers.lab_results.entries[0]
    assert (kept.test, kept.own_words) == ("other", "Zonulin <stool>")
    assert visitor.page.heading == "Zonulin <stool>: what does the report say?"


def test_a_name_that_several_tests_share_leaves_just_those_to_choose_from(visitor):
    visitor.open(NEW)
    page = visitor.send(own_words="MMA")
    assert page.errors == ["Choose the test that your report calls “MMA”"]
    offered = visitor.offered("test")
    assert offered == ["mma_serum", "mma_urine", "other"]

    visitor.send(test="mma_urine")

    assert visitor.answers.lab_results.entries[0].test == "mma_urine"


def test_a_misspelled_name_offers_what_it_may_mean(visitor):
    visitor.open(NEW)
    page = visitor.send(own_words="parital cell antibodies")
    assert page.errors == ["Choose the test that your report calls “parital cell antibodies”"]
    assert visitor.offered("test") == ["gpca", "other"]

    visitor.send(test="gpca")

    kept = visitor.answers.lab_results.entries[0]
    assert (kept.test, kept.own_words) == ("gpca", "")


def test_a_name_that_is_not_in_the_list_gives_way_to_a_test_chosen_then(visitor):
    visitor.open(NEW)
    visitor.send(own_words="Qwertz")
    visitor.send(test="hb")

    kept = visitor.answers.lab_results.entries[0]
    assert (kept.test, kept.own_words) == ("hb", "")


def test_a_name_is_mended_on_the_page_that_asks_about_it(visitor):
    visitor.open(NEW)
    visitor.send(own_words="HGBB")
    visitor.send(own_words="HGB")

    assert visitor.answers.lab_results.entries[0].test == "hb"
