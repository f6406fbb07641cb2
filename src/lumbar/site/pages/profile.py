"""The profile page: what a person tells about themselves, asked once and changed whenever they like."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise

from lumbar.journal.event import ProfileSaved
from lumbar.site.pages.desk import state_of
from lumbar.site.pages.profile_form import DAYS, EQUIPMENT, EXPERIENCES, MINUTES, ProfileForm, initial_of
from lumbar.site.pages.request import record, shown_for, stamp
from lumbar.site.request import OwnedRequest

Words = str | Promise
"""Words, or words that are translated when they are shown."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a question: its value, its words, a note, and whether it is chosen."""

    value: str
    text: str
    note: str
    chosen: bool


def choices(options: Iterable[tuple[str, Words, Words]], chosen: object) -> tuple[Choice, ...]:
    """Return the answers of a question; `chosen` is a value or a list of values."""
    values = {str(v) for v in chosen} if isinstance(chosen, list | tuple) else {str(chosen)}
    return tuple(Choice(str(value), str(text), str(note), str(value) in values) for value, text, note in options)


def plain(values: Iterable[object], chosen: object) -> tuple[Choice, ...]:
    """Return answers that are their own words, as numbers are."""
    return choices(((str(v), str(v), "") for v in values), chosen)


def edit(request: OwnedRequest) -> HttpResponse:
    """Show the profile, or write a new one down."""
    shown = shown_for(request)
    person = state_of(request).person
    saved = None if person is None else person.profile
    posted = request.POST if request.method == "POST" else None
    form = ProfileForm(posted, shown.mass, shown.length, initial_of(saved, shown.mass, shown.length))
    if posted is not None and form.is_valid():
        record(request, ProfileSaved(profile=form.profile(), **stamp()))
        return HttpResponseRedirect(reverse("today"))
    return render(
        request, "lumbar/profile.html", _context(form, first=saved is None), status=422 if form.errors else 200
    )


def _context(form: ProfileForm, *, first: bool) -> dict[str, object]:
    value = {name: form[name].value() for name in form.fields}
    return {
        "form": form,
        "value": value,
        "first": first,
        "section": "" if first else "settings",
        "mass_unit": form.mass,
        "length_unit": form.length,
        "experience": choices(EXPERIENCES, value["experience"]),
        "days": plain(range(1, 7), value["days_per_week"]),
        "minutes": plain(MINUTES, value["minutes"]),
        "sessions": plain(range(1, 4), value["sessions_per_day"]),
        "pain": plain(range(11), value["usual_pain"] if value["usual_pain"] is not None else ""),
        "equipment": choices(((e.value, text, "") for e, text in EQUIPMENT), value["equipment"] or []),
        "main_days": choices(((day, text, "") for day, text in DAYS.items()), value["main_days"] or []),
        "lifting": bool(value["clean"] or value["deadlift"] or value["main_days"] or value["experience"] == "lifter"),
        "weighing": bool(value["bar"] or value["plates"] or value["dumbbells"]),
    }
