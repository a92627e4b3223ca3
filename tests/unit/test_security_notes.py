"""Every test that a security document names as a proof exists: no claim rests on a name alone."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("docs/security.md", "docs/data-map.md")
PROOF = re.compile(r"`(test_\w+\.py)::(test_\w+)`")
LIKE_A_PROOF = re.compile(r"`[^`]*test_\w[^`]*`")

TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS}
PROOFS = sorted({proof for text in TEXTS.values() for proof in PROOF.findall(text)})
FILES = {file.name: file for file in (ROOT / "tests").rglob("test_*.py")}


@pytest.mark.parametrize(("file", "test"), PROOFS)
def test_a_proof_of_the_security_documents_exists(file, test):
    assert file in FILES
    assert f"def {test}(" in FILES[file].read_text(encoding="utf-8")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_each_proof_is_written_so_that_it_is_checked(text):
    assert PROOF.search(text)
    assert [name for name in LIKE_A_PROOF.findall(text) if not PROOF.fullmatch(name)] == []
