"""Measures how long a sheet takes, warm, and how that compares with WeasyPrint as it comes.

python -m benchmarks.pdf [ANSWERS.json]
"""

from __future__ import annotations

import os
import statistics
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from time import perf_counter

import django
from pikepdf import Pdf
from weasyprint import HTML

from appointments.answers import Answers
from appointments.pdf.faces import ASSETS, FONT_SCHEME
from appointments.pdf.render import Paper, render_pdf
from appointments.pdf.sheet import render_sheet, render_sheet_html
from appointments.summary.build import build_summary

REFERENCE = Path(__file__).parents[1] / "tests" / "cases" / "reference.json"
TODAY = date(2026, 11, 22)
RUNS = 20


def main(case: Path) -> None:
    """Print the times for one file of answers."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "b12guide.settings")
    django.setup()
    answers = Answers.from_json(case.read_text(encoding="utf-8"))
    html = render_sheet_html(build_summary(answers, today=TODAY), paper=Paper.A4)
    stock_html = _with_styles(html)

    def whole() -> bytes:
        return render_sheet(build_summary(answers, today=TODAY), paper=Paper.A4)

    def ours() -> bytes:
        return render_pdf(html, paper=Paper.A4)

    def stock() -> bytes:
        pdf: bytes = HTML(string=stock_html).write_pdf(pdf_variant="pdf/ua-1")
        return pdf

    whole_ms, ours_ms, stock_ms = _medians(whole, ours, stock)
    pdf, stock_pdf = ours(), stock()
    lines = (
        f"{case.name}: medians of {RUNS} runs, warm, in this process",
        f"  answers to PDF  {whole_ms:5.0f} ms  {_size(pdf)}",
        f"  HTML to PDF     {ours_ms:5.0f} ms",
        f"  stock, the same {stock_ms:5.0f} ms  {_size(stock_pdf)}",
        f"  ratio           {ours_ms / stock_ms:5.2f}     (HTML to PDF, against stock WeasyPrint)",
    )
    sys.stdout.write("\n".join(lines) + "\n")


def _with_styles(html: str) -> str:
    """Return the HTML with the sheet's own styles and fonts, for WeasyPrint as it comes."""
    css = "".join((ASSETS / f"{name}.css").read_text("utf-8") for name in ("sheet", "standard"))
    css = css.replace(FONT_SCHEME, f"{ASSETS.as_uri()}/")
    return html.replace("</head>", f"<style>{css}</style></head>")


def _medians(*renderers: Callable[[], bytes]) -> list[float]:
    """Return each renderer's median in milliseconds; they take turns, so that load hits all."""
    times: list[list[float]] = [[] for _ in renderers]
    for run in range(RUNS + 1):
        for renderer, taken in zip(renderers, times, strict=True):
            start = perf_counter()
            renderer()
            if run:  # the first one warms up
                taken.append((perf_counter() - start) * 1000)
    return [statistics.median(taken) for taken in times]


def _size(pdf: bytes) -> str:
    with Pdf.open(BytesIO(pdf)) as document:
        return f"{len(pdf) / 1000:.0f} kB, pages: {len(document.pages)}"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else REFERENCE)
