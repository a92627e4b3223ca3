"""The units a lab result can be typed in, and every spelling we accept (clinical brief, 1.2).

Finding a unit is never fuzzy: `pmol/L` and `pg/mL`, `mmol` and `mcmol` are thousandfold apart.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from appointments.catalogue.basis import ours
from appointments.catalogue.entry import Entry, by_id
from appointments.phrases import Phrase


@dataclass(frozen=True, kw_only=True)
class Unit(Entry):
    """A unit of measurement; its wording is a symbol, the same in every language.

    Attributes:
        ucum: Its code in the Unified Code for Units of Measure, as labs and FHIR use it.
        spellings: Other ways in which reports print it.
    """

    ucum: str
    spellings: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The symbol as we print it."""
        return self.wording.message


def _unit(unit_id: str, shown: str, ucum: str, *spellings: str) -> Unit:
    return Unit(id=unit_id, wording=Phrase(shown), ucum=ucum, spellings=spellings, **ours())


UNITS = (
    _unit("pg_per_ml", "pg/mL", "pg/mL"),
    _unit("ng_per_l", "ng/L", "ng/L"),
    _unit("pmol_per_l", "pmol/L", "pmol/L"),
    _unit("ng_per_ml", "ng/mL", "ng/mL"),
    _unit("ug_per_l", "µg/L", "ug/L", "ug/L", "mcg/L"),
    _unit("ng_per_dl", "ng/dL", "ng/dL"),
    _unit("nmol_per_l", "nmol/L", "nmol/L"),
    _unit("nmol_per_ml", "nmol/mL", "nmol/mL"),
    _unit("umol_per_l", "µmol/L", "umol/L", "umol/L", "mcmol/L", "micromol/L"),
    _unit("mmol_per_l", "mmol/L", "mmol/L"),
    _unit("meq_per_l", "mEq/L", "meq/L", "mval/L"),
    _unit("mg_per_l", "mg/L", "mg/L"),
    _unit("mg_per_dl", "mg/dL", "mg/dL"),
    _unit("g_per_l", "g/L", "g/L", "g/l"),
    _unit("g_per_dl", "g/dL", "g/dL", "gm/dL", "gms/dL", "g%", "gm%"),
    _unit(
        "mmol_per_mol",
        "mmol/mol creatinine",
        "mmol/mol{creat}",
        "mmol/mol",
        "mmol/mol creat",
        "mmol/mol cr",
        "mmol/mol crea",
        "mmol/mol krea",
        "mmol/mol kreatinin",
    ),
    _unit(
        "umol_per_mmol",
        "µmol/mmol creatinine",
        "umol/mmol{creat}",
        "µmol/mmol",
        "umol/mmol",
        "mcmol/mmol",
        "µmol/mmol creat",
        "umol/mmol creat",
        "umol/mmol creatinine",
        "mcmol/mmol creatinine",
        "umol/mmol cr",
        "µmol/mmol cr",
        "µmol/mmol krea",
        "µmol/mmol kreatinin",
    ),
    _unit(
        "ug_per_mg",
        "µg/mg creatinine",
        "ug/mg{creat}",
        "µg/mg",
        "ug/mg",
        "mcg/mg",
        "µg/mg creat",
        "ug/mg creat",
        "ug/mg creatinine",
        "mcg/mg creat",
        "mcg/mg creatinine",
        "ug/mg cr",
    ),
    _unit(
        "mg_per_g",
        "mg/g creatinine",
        "mg/g{creat}",
        "mg/g",
        "mg/g creat",
        "mg/g cr",
        "mg/g krea",
        "mg/g kreatinin",
    ),
    _unit("fl", "fL", "fL"),
    _unit("percent", "%", "%", "percent"),
    _unit("l_per_l", "L/L", "L/L", "fraction"),
    _unit(
        "e12_per_l",
        "×10^12/L",
        "10*12/L",
        "10^12/L",
        "10*12/L",
        "x10*12/L",
        "10e12/L",
        "x10e12/L",
        "1012/L",
        "x1012/L",
        "T/L",
        "E12/L",
        "xE12/L",
        "10(12)/L",
        "x10(12)/L",
        "10E+12/L",
        "tera/L",
        "trillion/L",
        "/pL",
        "Tpt/L",
    ),
    _unit(
        "e6_per_ul",
        "×10^6/µL",
        "10*6/uL",
        "10^6/µL",
        "10^6/uL",
        "x10^6/uL",
        "10*6/uL",
        "x10*6/uL",
        "x10e6/uL",
        "x106/uL",
        "M/µL",
        "M/uL",
        "mil/uL",
        "million/uL",
        "10e6/uL",
        "10(6)/uL",
        "x10(6)/uL",
        "10e6/µL",
        "x10e6/µL",
        "x10^6/µL",
        "10^6/mm3",
        "10*6/mm3",
        "M/mcL",
        "mil/mcL",
        "million/mcL",
        "million/mm3",
        "mill/mm3",
        "mill/µL",
        "Mio/µL",
        "Mio/uL",
        "Mio./µL",
        "Mio./uL",
        "Mill./µL",
        "million/cmm",
        "mill/cmm",
        "mil/cmm",
        "M/cmm",
        "mil/mm3",
        "M/mm3",
    ),
    _unit(
        "e9_per_l",
        "×10^9/L",
        "10*9/L",
        "10^9/L",
        "10*9/L",
        "x10*9/L",
        "10e9/L",
        "x10e9/L",
        "109/L",
        "x109/L",
        "G/L",
        "G/l",
        "E9/L",
        "xE9/L",
        "10(9)/L",
        "x10(9)/L",
        "10E+9/L",
        "giga/L",
        "billion/L",
        "bil/L",
        "/nL",
        "Gpt/L",
        "Mrd/L",
        "Mrd./L",
        "mia/L",
        "mia./L",
    ),
    _unit(
        "e3_per_ul",
        "×10^3/µL",
        "10*3/uL",
        "10^3/µL",
        "10^3/uL",
        "x10^3/uL",
        "10*3/uL",
        "x10*3/uL",
        "x10e3/uL",
        "x103/uL",
        "K/µL",
        "K/uL",
        "thou/uL",
        "thou/mm3",
        "thousand/uL",
        "10e3/uL",
        "10(3)/uL",
        "x10(3)/uL",
        "10e3/µL",
        "x10e3/µL",
        "x10^3/µL",
        "10^3/mm3",
        "10*3/mm3",
        "K/mcL",
        "K/mm3",
        "thou/mcL",
        "thousand/mcL",
        "thousand/mm3",
        "Tsd/µL",
        "Tsd/uL",
        "Tsd./µL",
        "Tsd./uL",
        "K/cmm",
        "K/cumm",
        "thou/cmm",
        "thousand/cmm",
        "10^3/cmm",
        "10*3/cmm",
    ),
    _unit(
        "cells_per_ul",
        "cells/µL",
        "{cells}/uL",
        "cells/uL",
        "/µL",
        "/uL",
        "cells/mm3",
        "/mm3",
        "cells/mcL",
        "/mcL",
        "cells/cumm",
        "/cumm",
        "/cmm",
    ),
    _unit("u_per_l", "U/L", "U/L", "IU/L", "units/L"),
    _unit("u_per_ml", "U/mL", "U/mL", "units/mL", "IU/mL"),
    _unit("au_per_ml", "AU/mL", "[arb'U]/mL"),
    _unit("units", "units", "[arb'U]", "unit", "U"),
    _unit("titer", "titer", "{titer}", "titer (1:n)", "titre", "1:n", "titer 1:n", "titre 1:n"),
    _unit(
        "miu_per_l",
        "mIU/L",
        "m[IU]/L",
        "mU/L",
        "mIE/L",
        "10^-3 IU/L",
        "10*-3 IU/L",
        "x10^-3 IU/L",
        "10^-3 int.enh./L",
    ),
    _unit("uiu_per_ml", "µIU/mL", "u[IU]/mL", "uIU/mL", "mcIU/mL", "µU/mL", "uU/mL", "µIE/mL"),
    _unit(
        "ml_per_min_173",
        "mL/min/1.73 m²",
        "mL/min/{1.73_m2}",
        "mL/min/1.73m2",
        "mL/min/1.73m^2",
        "mL/min/1.73 sqm",
        "mL/min/1.73 sq m",
        "mL/min/1.73 sq.m",
        "mL/min/1.73 m*2",
        "mL/min/1.73m(2)",
        "mL/min/1.73mE2",
        "mL/min/1.73",
        "mL/min/1,73 m²",
        "mL/min/1,73 m^2",
        "mL/min/1,73 m*2",
        "mL/min/1,73 qm",
        "mL/min per 1.73 m²",
        "mL/min/1.73 m²BSA",
        "mL/min/{1.73}m2",
        "mL/min",
    ),
)

UNITS_BY_ID = by_id(UNITS)


def _key(text: str) -> str:
    """Return the text without blanks, with one micro sign, one cross and plain digits.

    NFKC makes U+00B5 and U+03BC the same sign, and turns a raised 9 into a 9.
    """
    plain = unicodedata.normalize("NFKC", text).replace("×", "x")
    return "".join(plain.split())


def _spellings() -> dict[str, str]:
    table: dict[str, str] = {}
    for unit in UNITS:
        for spelling in (unit.shown, *unit.spellings):
            if table.setdefault(_key(spelling), unit.id) != unit.id:
                raise ValueError(f"Two units are spelled {spelling!r}")
    return table


def _in_any_case(exact: dict[str, str]) -> dict[str, str]:
    """Return the spellings that name one unit however they are capitalized.

    `G/L` (10^9 cells) and `g/L` (grams) differ only in case, so neither is here.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for spelling, unit_id in exact.items():
        found[spelling.casefold()].add(unit_id)
    return {spelling: ids.pop() for spelling, ids in found.items() if len(ids) == 1}


_EXACT = _spellings()
_ANY_CASE = _in_any_case(_EXACT)


def find_unit(text: str) -> Unit | None:
    """Return the unit that a report prints as `text`, or None: a guess could be 1000 times off."""
    key = _key(text)
    unit_id = _EXACT.get(key) or _ANY_CASE.get(key.casefold())
    return UNITS_BY_ID[unit_id] if unit_id else None
