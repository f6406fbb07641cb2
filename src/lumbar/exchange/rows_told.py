"""The rows of what was told outside a session: mornings, screenings, profiles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lumbar.exchange.row import Row, stamp, yes_no
from lumbar.journal.event import AnyEvent, MorningAnswered, ProfileSaved, Screened
from lumbar.journal.profile import Lifts


@dataclass(frozen=True, slots=True, kw_only=True)
class MorningRow(Row):
    """The morning after a training day."""

    about_day: str
    pain_0_to_10: int
    woke: str
    settled: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningRow(Row):
    """The screening answered; flags are parted by spaces."""

    flags: str
    cleared_on: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileRow(Row):
    """A profile as it was saved; lists are parted by spaces."""

    experience: str
    age_years: int
    days_per_week: int
    minutes: int
    sessions_per_day: int
    equipment: str
    height_m: float | None
    mass_kg: float | None
    sex: str | None
    usual_pain_0_to_10: int
    bar_kg: float | None
    plates_kg: str
    dumbbells_kg: str
    smallest_step_kg: float
    clean_kg: float | None
    clean_set_kg: float | None
    clean_set_reps: int | None
    deadlift_kg: float | None
    deadlift_set_kg: float | None
    deadlift_set_reps: int | None
    main_days: str


def morning_rows(events: Sequence[AnyEvent]) -> Iterator[MorningRow]:
    """Yield a row for each morning that was told."""
    for event in events:
        if isinstance(event, MorningAnswered):
            yield MorningRow(
                **stamp(event),
                about_day=event.about.isoformat(),
                pain_0_to_10=event.pain,
                woke=yes_no(event.woke),
                settled=yes_no(event.settled),
            )


def screening_rows(events: Sequence[AnyEvent]) -> Iterator[ScreeningRow]:
    """Yield a row for each screening."""
    for event in events:
        if isinstance(event, Screened):
            cleared = event.screening.cleared_on
            flags = " ".join(sorted(event.screening.flags))
            yield ScreeningRow(**stamp(event), flags=flags, cleared_on=cleared.isoformat() if cleared else None)


def profile_rows(events: Sequence[AnyEvent]) -> Iterator[ProfileRow]:
    """Yield a row for each profile that was saved."""
    return (_profile(event) for event in events if isinstance(event, ProfileSaved))


def _profile(saved: ProfileSaved) -> ProfileRow:
    profile, weights, lifts = saved.profile, saved.profile.weights, saved.profile.lifts or Lifts()
    clean, deadlift = lifts.clean_set, lifts.deadlift_set
    return ProfileRow(
        **stamp(saved),
        experience=profile.experience,
        age_years=profile.age,
        days_per_week=profile.days_per_week,
        minutes=profile.minutes,
        sessions_per_day=profile.sessions_per_day,
        equipment=" ".join(sorted(profile.equipment)),
        height_m=profile.height_m,
        mass_kg=profile.mass_kg,
        sex=profile.sex,
        usual_pain_0_to_10=profile.usual_pain,
        bar_kg=weights.bar_kg,
        plates_kg=_numbers(weights.plates_kg),
        dumbbells_kg=_numbers(weights.dumbbells_kg),
        smallest_step_kg=weights.step_kg,
        clean_kg=lifts.clean_kg,
        clean_set_kg=clean.kg if clean else None,
        clean_set_reps=clean.reps if clean else None,
        deadlift_kg=lifts.deadlift_kg,
        deadlift_set_kg=deadlift.kg if deadlift else None,
        deadlift_set_reps=deadlift.reps if deadlift else None,
        main_days=" ".join(lifts.main_days),
    )


def _numbers(values: Iterable[float]) -> str:
    return " ".join(f"{value:g}" for value in values)
