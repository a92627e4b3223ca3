"""Headers that keep every page closed: no script, frame, font or image from anywhere else."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        # Nothing of ours connects; Lighthouse reads robots.txt from inside the page.
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""For every response. Nothing is embedded from elsewhere, so that Cross-Origin-Embedder-Policy has
nothing to refuse; with it, browsers would only hand a page finer clocks."""

FEATURES_OFF = (
    "accelerometer", "browsing-topics", "camera", "clipboard-read", "compute-pressure",
    "digital-credentials-get", "display-capture", "encrypted-media", "gamepad", "geolocation",
    "gyroscope", "hid", "identity-credentials-get", "idle-detection", "interest-cohort",
    "keyboard-map", "local-fonts", "local-network-access", "magnetometer", "microphone", "midi",
    "otp-credentials", "payment", "private-state-token-issuance", "private-state-token-redemption",
    "publickey-credentials-get", "serial", "speaker-selection", "storage-access", "usb",
    "window-management", "xr-spatial-tracking",
)  # fmt: skip
"""What a browser can find out about a device, a room or a person, or tell to advertisers."""

PAGE_HEADERS = HEADERS | {
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES_OFF),
    # Looking up the names of the links on a page would tell which page it is.
    "X-DNS-Prefetch-Control": "off",
    # Other sites under the same domain get no process of ours.
    "Origin-Agent-Cluster": "?1",
}
"""For pages; the stylesheet of a first visit need not carry all of them."""


def security_headers(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Return middleware that adds the headers to every response."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        is_page = response.headers.get("Content-Type", "").startswith("text/html")
        for name, value in (PAGE_HEADERS if is_page else HEADERS).items():
            response.headers.setdefault(name, value)
        return response

    return middleware
