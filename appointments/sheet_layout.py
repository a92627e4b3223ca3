"""How the sheet is to look, which is all that the addresses of its pages and files say."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import urlencode

from appointments.answers import Answers
from appointments.pdf.render import Paper

LAYOUT = {"paper": {*map(str, Paper)}, "timeline": {"1"}, "data": {"yes", "no"}}
"""What the summary page has in its address: nothing but how the sheet is to look.

Nothing else goes into the links of the page: beside the answers and compressed with them, a
stranger's guess would tell by the length of the page whether it is right (BREACH).
"""


def layout_of(request: HttpRequest) -> str:
    """Return the layout in the address, to be put into another."""
    return urlencode(
        {name: request.GET[name] for name in LAYOUT if request.GET.get(name) in LAYOUT[name]}
    )


def wants_timeline(request: HttpRequest) -> bool:
    """Return whether the sheet is to end with a timeline."""
    return request.GET.get("timeline") == "1"


def embeds_answers(request: HttpRequest, answers: Answers) -> bool:
    """Return whether the PDF is to be a save file; not on a shared computer, unless asked for."""
    return request.GET.get("data", "no" if answers.shared_computer else "yes") != "no"


def paper_of(request: HttpRequest, answers: Answers) -> Paper:
    """Return the paper that was asked for, or else the one that printers there hold."""
    wanted = request.GET.get("paper", answers.paper)
    return Paper(wanted) if wanted in list(Paper) else Paper.A4
