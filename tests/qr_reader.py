"""Reads QR codes as a phone does: from a picture of what was printed or shown."""

import subprocess
from io import BytesIO

import zxingcpp
from PIL import Image
from weasyprint import HTML


def codes_in(picture: Image.Image) -> list[str]:
    """Return what the QR codes in a picture say."""
    found = zxingcpp.read_barcodes(picture, zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found]


def picture_of(png: bytes) -> Image.Image:
    """Return a picture in shades of gray."""
    return Image.open(BytesIO(png)).convert("L")


def printed(pdf: bytes, *, dots_per_inch: int = 150) -> Image.Image:
    """Return the first page as a black and white printer puts it on paper."""
    command = ["pdftoppm", "-r", str(dots_per_inch), "-f", "1", "-l", "1", "-png", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return picture_of(done.stdout)


def drawn(svg: bytes) -> Image.Image:
    """Return an SVG file as it is printed."""
    markup = svg.decode().partition("?>")[2]
    return printed(HTML(string=f"<html lang=en><body>{markup}").write_pdf())
