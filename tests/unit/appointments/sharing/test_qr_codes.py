"""A real decoder reads back exactly our own address, from a file and from two meters away."""

import random
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageFilter
from qr_reader import codes_in, drawn, picture_of

from appointments.sharing.qr import DISTANCE_M, QUIET, WIDTH_MM, qr_drawing, qr_png, qr_svg

SITE = "https://b12guide.example"
PATHS = ["/", "/c/riverside/", f"/c/{'x' * 30}/"]

# A phone's camera in its simplest state: 1920 dots for what is seen at 65 degrees.
DOTS_PER_MM = 1920 / (2 * 0.637 * DISTANCE_M * 1000)


@pytest.fixture(autouse=True)
def site_url(settings):
    settings.SITE_URL = SITE


@pytest.mark.parametrize("path", PATHS)
def test_the_files_lead_to_our_address(path):
    assert codes_in(picture_of(qr_png(path))) == [SITE + path]
    assert codes_in(drawn(qr_svg(path))) == [SITE + path]


@pytest.mark.parametrize("path", PATHS)
def test_the_files_print_as_large_as_we_say(path):
    png = Image.open(BytesIO(qr_png(path)))
    dots_per_inch = png.info["dpi"][0]
    assert WIDTH_MM <= png.width / dots_per_inch * 25.4 < WIDTH_MM + 5
    svg = ET.fromstring(qr_svg(path))
    for side in ("width", "height"):
        assert float(svg.attrib[side].removesuffix("mm")) == pytest.approx(WIDTH_MM)


@pytest.mark.parametrize("path", PATHS)
def test_a_code_is_read_from_two_meters(path):
    code = picture_of(qr_png(path))
    dots = round(WIDTH_MM * DOTS_PER_MM)
    assert sum(codes_in(seen(code, dots, seed)) == [SITE + path] for seed in range(10)) >= 9


def test_a_code_half_as_wide_is_not():
    """A check that cannot fail would be no check."""
    code = picture_of(qr_png(PATHS[2]))
    assert not codes_in(seen(code, round(WIDTH_MM * DOTS_PER_MM / 2), seed=1))


def seen(code: Image.Image, dots: int, seed: int) -> Image.Image:
    """Return a code as a camera sees it: a little turned, blurred, gray and noisy."""
    chance = random.Random(seed)
    code = code.resize((800, 800), Image.Resampling.BOX)
    scene = Image.new("L", (code.width * 2, code.height * 2), 255)
    scene.paste(code, (code.width // 2, code.height // 2))
    scene = scene.rotate(chance.uniform(-4, 4), fillcolor=255, resample=Image.Resampling.BICUBIC)
    small = scene.resize((dots * 2, dots * 2), Image.Resampling.BOX)
    blurred = small.filter(ImageFilter.GaussianBlur(0.5))
    noisy = (int(40 + value * 0.7 + chance.gauss(0, 5)) for value in blurred.tobytes())
    return Image.frombytes("L", blurred.size, bytes(max(0, min(255, value)) for value in noisy))


def test_a_drawing_has_its_white_edge():
    drawing = qr_drawing("/")
    assert drawing.path.startswith(f"M{QUIET} {QUIET}h7v1h-7z")
    assert drawing.size == 25 + 2 * QUIET
