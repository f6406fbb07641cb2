"""The progress page: what grows, each exercise on a chart of its own."""

from datetime import date, timedelta

from django.utils.translation import override

from lumbar.app.history import DayDone, History, Point
from lumbar.app.shelf import load_catalogue
from lumbar.catalogue.exercise import ExerciseId
from lumbar.journal.profile import Profile
from lumbar.site.pages.progress import Chart, charts
from lumbar.site.pages.shown import Shown

MONDAY = date(2026, 1, 5)
SHOWN = Shown("en", "kg", "cm", load_catalogue())


def chart_of(*sides: tuple[float, float]) -> Chart:
    """Return the chart of an exercise done left and right on successive days."""
    points = [Point(MONDAY + timedelta(days=n), 20, 0.0, None, left, right) for n, (left, right) in enumerate(sides)]
    days = tuple(DayDone(point.on, 1, 1, 0, None, 1) for point in points)
    told = History(days, ((ExerciseId("bird-dog"), tuple(points)),))
    with override("en"):
        return charts(told, Profile("beginner", 45), MONDAY, SHOWN)[-1]


def test_left_and_right_are_two_lines_where_they_differ() -> None:
    chart = chart_of((10, 8), (12, 12))
    assert [line.name for line in chart.lines] == ["Left", "Right"]
    assert chart.caption.startswith("Left in ink, right in blue")


def test_left_and_right_that_are_the_same_are_one_line_that_says_so() -> None:
    chart = chart_of((10, 10), (12, 12))
    assert [line.name for line in chart.lines] == ["Left and right"]
    assert not chart.lines[0].blue
    assert chart.caption.startswith("Left and right are the same")
