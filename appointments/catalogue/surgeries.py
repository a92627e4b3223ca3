"""Operations and treatments that can affect absorption of B12 (clinical brief, 4.2)."""

from __future__ import annotations

from dataclasses import dataclass

from appointments.catalogue.basis import ours, read, secondary
from appointments.catalogue.entry import Entry, by_id
from appointments.phrases import Phrase, _


@dataclass(frozen=True, kw_only=True)
class Surgery(Entry):
    """An operation on the stomach or bowel, or another treatment there.

    Attributes:
        operation: False for a treatment that is not an operation.
    """

    operation: bool = True


SURGERIES = (
    Surgery(
        id="total_gastrectomy", wording=Phrase(_("Whole stomach removed")), **secondary("SPC-UK")
    ),
    Surgery(
        id="partial_gastrectomy",
        wording=Phrase(_("Part of the stomach removed")),
        **secondary("SPC-UK"),
    ),
    Surgery(id="rygb", wording=Phrase(_("Gastric bypass (Roux-en-Y)")), **secondary("ASMBS")),
    Surgery(id="sleeve", wording=Phrase(_("Sleeve gastrectomy")), **secondary("ASMBS")),
    Surgery(
        id="bpd_ds",
        wording=Phrase(_("Biliopancreatic diversion or duodenal switch")),
        **secondary("ASMBS"),
    ),
    Surgery(id="band", wording=Phrase(_("Gastric band")), **secondary("ASMBS")),
    Surgery(
        id="ileal_resection",
        wording=Phrase(_("End of the small bowel removed (terminal ileum)")),
        **secondary(),
    ),
    Surgery(id="bowel_other", wording=Phrase(_("Another stomach or bowel operation")), **ours()),
    Surgery(id="pancreas_op", wording=Phrase(_("Pancreas operation")), **read("EMED")),
    Surgery(
        id="radio_abdo",
        wording=Phrase(_("Radiotherapy to the belly or pelvis")),
        operation=False,
        **secondary("PULSE"),
    ),
)

SURGERIES_BY_ID = by_id(SURGERIES)
