"""Figures about the service for Prometheus: how much and how fast, nothing about anybody."""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    Metric,
    SummaryMetricFamily,
)
from prometheus_client.registry import Collector

from appointments.pdf import drawing

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

registry = CollectorRegistry()
requests = Counter("b12guide_requests", "Requests answered", ("route", "status"), registry=registry)
request_seconds = Histogram(
    "b12guide_request_seconds",
    "Time until a request was answered",
    ("route",),
    buckets=BUCKETS,
    registry=registry,
)


class PdfCollector(Collector):
    """Reads what the pool of PDF workers has counted."""

    def collect(self) -> Iterator[Metric]:
        """Yield the pool's figures; none where PDFs are drawn in this process."""
        workers = drawing.running()
        if workers is None:
            return
        done = workers.figures
        in_hand = GaugeMetricFamily("b12guide_pdfs_in_hand", "Sheets being drawn or waited for")
        in_hand.add_metric([], workers.in_hand)
        yield in_hand
        places = GaugeMetricFamily("b12guide_pdf_places", "Sheets that can be drawn or waited for")
        places.add_metric([], workers.places)
        yield places
        seconds = SummaryMetricFamily("b12guide_pdf_seconds", "Time that a worker took for a sheet")
        seconds.add_metric([], count_value=done.drawn, sum_value=done.seconds)
        yield seconds
        for name, text, value in (
            ("b12guide_pdfs_failed", "Sheets that could not be drawn", done.failed),
            ("b12guide_pdfs_turned_away", "Requests that found all places taken", done.turned_away),
            (
                "b12guide_pdf_workers_lost",
                "Workers that ended before they should",
                done.workers_lost,
            ),
        ):
            counter = CounterMetricFamily(name, text)
            counter.add_metric([], value)
            yield counter


registry.register(PdfCollector())


def count_request(route: str, status: int, seconds: float) -> None:
    """Count a request.

    Args:
        route: The name of the route.
        status: The HTTP status; only its class is kept.
        seconds: Until it was answered.
    """
    requests.labels(route, f"{status // 100}xx").inc()
    request_seconds.labels(route).observe(seconds)


def as_text() -> bytes:
    """Return all figures in Prometheus' format."""
    return generate_latest(registry)
