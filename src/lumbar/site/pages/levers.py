"""What a person can change about an exercise's load: depth, load, bar and tempo, as small charts of one scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext

from lumbar.app.low_back import Stature, load_of, series_of
from lumbar.catalogue.exercise import Exercise
from lumbar.site.pages.chart import Curve, curve, value_at
from lumbar.site.pages.low_back import moment
from lumbar.site.pages.low_back_sum import signed
from lumbar.site.pages.shown import Shown, number

if TYPE_CHECKING:
    from lumbar.spine.levers import LoadSeries, SeriesKind

HALF_WAY: Final = 50.0  # [%]; our choice of what a chart's number compares with, as the next two
FURTHER_AHEAD_CM: Final = 10.0
QUICK_S: Final = 2.0
MORE_KG: Final = 5.0
LITTLE: Final = 0.03  # a change smaller than this share is none that anybody would notice; ours


@dataclass(frozen=True, slots=True)
class Lever:
    """One chart: what is changed, by how much it changes the load, and its sentence; `rows` say the same in a table."""

    name: str
    value: str
    unit: str
    curve: Curve
    start: str
    end: str
    sentence: str
    rows: tuple[tuple[str, str], ...]

    @property
    def spoken(self) -> str:
        """Return the chart for who does not see it."""
        told = "; ".join(gettext("{at}: {nm} Nm").format(at=at, nm=nm) for at, nm in self.rows)
        return f"{self.name}. {told}. {self.sentence}"


def levers(exercise: Exercise, stature: Stature, kg: float | None, shown: Shown) -> tuple[Lever, ...]:
    """Return the charts of an exercise.

    Where the low back carries most by itself, standing or held at the hips, all that are known; on the floor, where
    the model tells little of the way, that of the load alone.
    """
    load = load_of(exercise, stature, kg)
    if load is None:
        return ()
    told = [one for one in series_of(exercise, stature, kg) if load.compression_n or one.kind == "load"]
    highest = max((nm for one in told for _, nm in one.points), default=0.0)
    return tuple(_lever(one, highest, load.moment_nm, shown) for one in told)


def untold_way(exercise: Exercise, stature: Stature, kg: float | None) -> str:
    """Return why there is no chart of the way from start to peak where one could be expected; else empty."""
    load = load_of(exercise, stature, kg)
    if load is None or not load.compression_n or any(one.kind == "depth" for one in series_of(exercise, stature, kg)):
        return ""
    return gettext(
        "How far you go and how quick have no chart here: between start and peak the body is not in balance "
        "when held still, so the model cannot say."
    )


def _lever(series: "LoadSeries", highest: float, line: float, shown: Shown) -> Lever:
    points, kind = series.points, series.kind
    here = value_at(points, series.now)
    other = _compared(series)
    there = value_at(points, other)
    change = (there - here) / here if here else 0.0
    return Lever(
        name=_names()[kind],
        value=gettext("{change} %").format(change=signed(100 * change)),
        unit=_measure(kind, other - series.now if kind == "load" else other, shown, more=kind == "load"),
        curve=curve(points, series.now, highest),
        start=_end(kind, points[0][0], shown),
        end=_end(kind, points[-1][0], shown),
        sentence=" ".join(
            filter(
                None, (_sentence(kind, here, there, change, _measure(kind, other, shown)), _beside(kind, here, line))
            )
        ),
        rows=tuple((_measure(kind, x, shown), moment(nm)) for x, nm in points),
    )


def _compared(series: "LoadSeries") -> float:
    """Return where on a series its number looks: no further than its curve is known, else as far the other way."""
    low, high, now = series.points[0][0], series.points[-1][0], series.now
    wished = {
        "depth": HALF_WAY,
        "load": now + MORE_KG,
        "bar": FURTHER_AHEAD_CM,
        "tempo": min(QUICK_S, now / 2),
    }[series.kind]
    there = min(max(wished, low), high)
    return there if there != now else min(max(2 * now - wished, low), high)


def _names() -> Mapping["SeriesKind", str]:
    return {
        "depth": gettext("How far you go"),
        "load": gettext("How heavy"),
        "bar": gettext("How far ahead"),
        "tempo": gettext("How quick"),
    }


def _measure(kind: "SeriesKind", value: float, shown: Shown, *, more: bool = False) -> str:
    """Return a value of what is changed with its unit; `more` says it is added, or taken off where it is below zero."""
    if kind == "load":
        load = shown.load(abs(value))
        if not more:
            return load
        return (gettext("{load} more") if value >= 0 else gettext("{load} less")).format(load=load)
    if kind == "depth":
        return gettext("{percent} percent of the way").format(percent=number(value, 0))
    if kind == "bar":
        said = gettext("{cm} cm further ahead") if value >= 0 else gettext("{cm} cm closer")
        return said.format(cm=number(abs(value), 0)) if value else gettext("as now")
    return gettext("{seconds} s a repetition").format(seconds=number(value, 1))


def _end(kind: "SeriesKind", value: float, shown: Shown) -> str:
    """Return what stands under an end of a chart: as short as both need to fit side by side."""
    if kind == "depth":
        return f"{number(value, 0)} %"
    return f"{number(value, 1)} s" if kind == "tempo" else _measure(kind, value, shown)


def _sentence(kind: "SeriesKind", here: float, there: float, change: float, other: str) -> str:
    if abs(change) < LITTLE:
        return {
            "depth": gettext("Going less far changes it hardly at all."),
            "load": gettext("More load changes it hardly at all."),
            "bar": gettext("A load further ahead changes it hardly at all."),
            "tempo": gettext("A quicker repetition changes it hardly at all."),
        }[kind]
    said = gettext("At {other} it is {there} Nm instead of {here}.")
    if kind == "tempo":
        said = gettext("At {other} the most on the way is {there} Nm instead of {here}.")
    return said.format(other=other, there=moment(there), here=moment(here))


def _beside(kind: "SeriesKind", here: float, line: float) -> str:
    """Return why a chart's number of now is not that of the exercise's line; empty where it is."""
    if kind != "tempo" or moment(here) == moment(line):
        return ""
    return gettext("Moving adds: held still at the peak it is {still} Nm.").format(still=moment(line))
