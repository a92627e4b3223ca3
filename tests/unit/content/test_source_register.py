"""The register of sources is complete, and refuses a wrong entry by file, id and key."""

from dataclasses import replace
from datetime import date

import pytest

from content.front_matter import ContentError
from content.library import library
from content.page import Shelf
from content.sources import Evidence, UnreadSourceError, read_sources

# Every code of the clinical brief, 0.3. Catalogues and rules cite them, so none may go.
BRIEF = """
AAFP17 AAFP25 AHRQ ALRG AMS ARUP ASMBS BC23 BESTP BMJ14 BMJ24 BNF-C BNF-P BNSSG BNSSG-D BSH CES
CMI-AU CMI-AUM COCH DELPHI DIG DK DLS DS-NZ EJCN EMED FBC-D FBC-L FDA-A FDA-C FDA-CP FDA-CW FDA-H
FDA-J GGC GPR GPTIP HARR HAS HD-AU IATROX JP LABC LAM13 LCORE LOTH LOTH-T MAYO-B MAYO-FB MAYO-IF
MAYO-M MAYO-PA MAYO-PC MDEDGE MDLP MEDF MEDSC MHRA-C MHRA-M MIRA N111-2 NASC NASC2 NASGP NBT
NEJM13 NHS-C NHS-H NHS-H2 NHS-S NHS-T NHSH NICE-C NICE-D NICE-E NICE-G NICE-O NICE-R NICE-X
NLM-MW NORDX NWLP NWLP-IF ODS-C ODS-H ODS-O PAS-S PHTX PI-AU PIL PN-N2O PULSE RUH SELF SPC-CH
SPC-P SPC-UK SPS SWAST TOXI UHN UMICH UMMA UMMA2 UOM VISUM WHO-FE WHO-FO WHO-HB
"""


def test_the_register_has_every_source_of_the_brief():
    assert set(BRIEF.split()) <= set(library().sources)


def test_every_source_says_who_what_and_when():
    for source in library().sources.values():
        assert source.checked_on == date(2026, 11, 22)
        assert source.evidence in Evidence
        assert source.title[0].isupper() or source.title[0].isdigit(), source.id
        assert "…" not in (source.url or ""), source.id


def test_a_source_is_read_with_all_its_parts(root):
    sources = read_sources(root / "sources.toml")

    assert list(sources) == ["ONE", "TWO"]
    assert (sources["ONE"].year, sources["ONE"].evidence) == (2024, Evidence.READ)
    assert (sources["TWO"].year, sources["TWO"].url) == (None, None)
    assert sources["TWO"].note == "abstract"


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('title = "First"\n', "", "ONE.title"),
        ("year = 2024", 'year = "2024"', "ONE.year"),
        ("year = 2024", "yaer = 2024", "ONE.yaer"),
        ("https://example.org", "example.org", "ONE.url"),
        ('evidence = "V2"', 'evidence = "M"', "TWO.evidence"),
        ('evidence = "V2"', "evidence = V2", "header"),
        ("[TWO]", "[ONE]", "header"),
        ("[ONE]\n", "stray = 1\n[ONE]\n", "stray"),
    ],
)
def test_a_broken_entry_is_named(break_file, old, new, key):
    root = break_file("sources.toml", old, new)

    with pytest.raises(ContentError, match=rf"^sources\.toml: {key}: "):
        read_sources(root / "sources.toml")


def test_what_is_known_from_memory_only_is_refused_as_such(break_file):
    root = break_file("sources.toml", 'evidence = "V2"', 'evidence = "M"')

    with pytest.raises(UnreadSourceError, match=r"^sources\.toml: TWO\.evidence: from memory"):
        read_sources(root / "sources.toml")


@pytest.mark.parametrize(
    ("publisher", "year", "brief"),
    [
        ("Institute for Health (NICE)", 2024, "NICE, 2024"),
        ("Southmead Surgery (NHS)", None, "Southmead Surgery (NHS)"),
        ("Monitor My Health (NHS laboratory service)", 2020, None),
        ("BMJ", 2014, "BMJ, 2014"),
    ],
)
def test_a_source_has_a_brief_name(root, publisher, year, brief):
    source = replace(read_sources(root / "sources.toml")["ONE"], publisher=publisher, year=year)

    assert source.brief == (brief or f"{publisher}, {year}")


def test_the_name_of_a_source_number_can_be_translated(root):
    shelf = Shelf(
        sources=read_sources(root / "sources.toml"),
        gettext={"Source {number}: {source}": "Quelle {number}: {source}"}.__getitem__,
    )

    assert shelf.label(1, "ONE") == "Quelle 1: Publisher, 2024"
    assert shelf.label(2, "NONE") == "Quelle 2: NONE"
