"""Prints one sheet in every way that is compared: by us, by WeasyPrint as it comes, by Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright
from weasyprint import HTML, Attachment

from appointments.answers import Answers
from appointments.pdf.attachments import NAME
from appointments.pdf.faces import ASSETS, FONT_SCHEME, faces_for
from appointments.pdf.render import Design, Paper, Size, render_pdf, rules_of
from appointments.pdf.sheet import render_sheet_html
from appointments.save_file import answers_to_embed
from appointments.summary.build import build_summary

CASES = Path(__file__).parents[1] / "tests" / "cases"
TODAY = date(2026, 11, 22)
PAPER = Paper.A4

Printer = Callable[[], bytes]


class Sheet:
    """One sheet of the sample cases, as HTML that is ready to be printed."""

    def __init__(self, case: str) -> None:
        self.answers = Answers.from_json((CASES / f"{case}.json").read_text(encoding="utf-8"))
        self.data = answers_to_embed(self.answers)
        self.html = render_sheet_html(build_summary(self.answers, today=TODAY), paper=PAPER)

    def ours(self) -> bytes:
        """Print it as the site does: PDF/A-3a and PDF/UA-1, with its answers."""
        return render_pdf(self.html, paper=PAPER, answers=self.data)

    @property
    def styled(self) -> str:
        """The same HTML with the same rules, paper and fonts in itself, for every other printer."""
        if faces_for(self.html):
            raise ValueError("only a sheet in the everyday faces can be compared")
        rules = rules_of(PAPER, Size.STANDARD, Design.SHEET)
        rules = rules.replace(FONT_SCHEME, f"{ASSETS.as_uri()}/")
        return self.html.replace("</head>", f"<style>{rules}</style></head>")


@contextmanager
def contenders(sheet: Sheet) -> Iterator[dict[str, Printer]]:
    """Give every printer of the sheet a name; the browser is up and warm."""
    styled = sheet.styled

    def stock() -> bytes:
        data = Attachment(string=sheet.data, name=NAME, relationship="Source")
        pdf: bytes = HTML(string=styled).write_pdf(pdf_variant="pdf/a-3a", attachments=[data])
        return pdf

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "sheet.html"
        file.write_text(styled, encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        kept = browser.new_page()

        def print_on(page: Page) -> bytes:
            page.goto(file.as_uri())
            return page.pdf(tagged=True, prefer_css_page_size=True)

        def fresh() -> bytes:
            with browser.new_context() as context:
                return print_on(context.new_page())

        yield {
            "ours": sheet.ours,
            "stock WeasyPrint": stock,
            "Chromium, fresh context": fresh,
            "Chromium, page kept open": lambda: print_on(kept),
        }
        browser.close()
