"""The form of the profile: fields in the person's units, ranges from the one list of limits."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lumbar.catalogue.exercise import Equipment
from lumbar.errors import InputError
from lumbar.exchange.limits import FIELD_LIMITS, Limits
from lumbar.journal.profile import WEEKDAYS, Lifts, Profile, RepSet, Weights
from lumbar.site.pages.shown import number
from lumbar.site.pages.weights import parse_weights, write_weights
from lumbar.units import LengthUnit, MassUnit, kg_from, length_in, m_from, mass_in

EXPERIENCES: Final = (
    ("beginner", _("New to this"), _("Little or no strength training so far.")),
    ("returning", _("Coming back"), _("You trained before; it has been a while.")),
    ("trained", _("Training already"), _("Floor and band exercises are familiar.")),
    ("lifter", _("Lifting with a barbell"), _("This is assistance after your main lifts.")),
)
EQUIPMENT: Final = (
    (Equipment.BAND, _("Resistance band")),
    (Equipment.CABLE, _("Cable machine")),
    (Equipment.DUMBBELL, _("Dumbbells")),
    (Equipment.PLATE, _("Weight plate")),
    (Equipment.STAND_IN, _("A heavy book or a filled milk carton")),
    (Equipment.BENCH, _("Bench")),
    (Equipment.ROMAN_CHAIR, _("Roman chair")),
    (Equipment.BARBELL, _("Barbell")),
)
DAYS: Final = dict(zip(WEEKDAYS, (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun")), strict=True))
MINUTES: Final = (10, 15, 20, 25, 30)


class NumberField(forms.Field):
    """A number as people write it, with comma or point; its range is said when it is missed."""

    widget = forms.TextInput

    def __init__(self, limits: Limits, *, whole: bool = False, required: bool = False) -> None:
        """Take numbers within `limits`, whole ones only where `whole`."""
        super().__init__(required=required)
        self.limits, self.whole = limits, whole

    def to_python(self, value: str | None) -> float | None:
        """Return the number, or None where nothing was written."""
        text = (value or "").strip().replace(",", ".")
        if not text:
            return None
        low, high = number(self.limits.low), number(self.limits.high)
        try:
            found = float(text)
        except ValueError:
            found = float("nan")
        if not self.limits.hold(found) or (self.whole and found != int(found)):
            kind = gettext("a whole number") if self.whole else gettext("a number")
            raise forms.ValidationError(
                gettext("Write {kind} from {low} to {high}.").format(kind=kind, low=low, high=high)
            )
        return int(found) if self.whole else found


class WeightsField(forms.Field):
    """A list of weights in the person's unit."""

    def __init__(self, unit: MassUnit) -> None:
        """Read entries in `unit`."""
        super().__init__(required=False)
        self.unit = unit

    def to_python(self, value: str | None) -> tuple[float, ...]:
        """Return the weights [kg]."""
        try:
            return parse_weights(value or "", self.unit)
        except InputError as error:
            raise forms.ValidationError(error.faults[0]) from error


def _limits(cls: type, field: str) -> Limits:
    return FIELD_LIMITS[cls, field]


class ProfileForm(forms.Form):
    """What a person tells about themselves, in their own units."""

    def __init__(
        self, data: Mapping[str, Any] | None, mass: MassUnit, length: LengthUnit, initial: dict[str, Any]
    ) -> None:
        """Make the fields for these units."""
        super().__init__(data, initial=initial)
        self.mass, self.length = mass, length
        in_mass, in_length = self._scaled_mass, self._scaled_length
        days, sessions = _limits(Profile, "days_per_week"), _limits(Profile, "sessions_per_day")
        self.fields |= {
            "experience": forms.ChoiceField(choices=[(e[0], e[1]) for e in EXPERIENCES]),
            "age": NumberField(_limits(Profile, "age"), whole=True, required=True),
            "days_per_week": NumberField(days, whole=True, required=True),
            "minutes": NumberField(_limits(Profile, "minutes"), whole=True, required=True),
            "sessions_per_day": NumberField(sessions, whole=True, required=True),
            "equipment": forms.MultipleChoiceField(choices=EQUIPMENT, required=False),
            "usual_pain": NumberField(_limits(Profile, "usual_pain"), whole=True, required=True),
            "height": NumberField(in_length(_limits(Profile, "height_m"))),
            "mass": NumberField(in_mass(_limits(Profile, "mass_kg"))),
            "sex": forms.ChoiceField(choices=[("", ""), ("female", ""), ("male", "")], required=False),
            "bar": NumberField(in_mass(_limits(Weights, "bar_kg"))),
            "plates": WeightsField(mass),
            "dumbbells": WeightsField(mass),
            "step": NumberField(in_mass(_limits(Weights, "step_kg"))),
            "clean": NumberField(in_mass(_limits(Lifts, "clean_kg"))),
            "deadlift": NumberField(in_mass(_limits(Lifts, "deadlift_kg"))),
            "clean_set_load": NumberField(in_mass(_limits(RepSet, "kg"))),
            "clean_set_reps": NumberField(_limits(RepSet, "reps"), whole=True),
            "deadlift_set_load": NumberField(in_mass(_limits(RepSet, "kg"))),
            "deadlift_set_reps": NumberField(_limits(RepSet, "reps"), whole=True),
            "main_days": forms.MultipleChoiceField(choices=list(DAYS.items()), required=False),
        }
        for field in self.fields.values():
            field.error_messages["required"] = gettext("Please answer this one.")

    def _scaled_mass(self, limits: Limits) -> Limits:
        return Limits(round(mass_in(limits.low, self.mass), 1), round(mass_in(limits.high, self.mass), 1))

    def _scaled_length(self, limits: Limits) -> Limits:
        return Limits(round(length_in(limits.low, self.length)), round(length_in(limits.high, self.length)))

    def clean(self) -> dict[str, Any]:
        """Check that a set is given whole."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for lift in ("clean", "deadlift"):
            load, reps = data.get(f"{lift}_set_load"), data.get(f"{lift}_set_reps")
            if (load is None) != (reps is None) and not {f"{lift}_set_load", f"{lift}_set_reps"} & set(self.errors):
                missing = f"{lift}_set_reps" if reps is None else f"{lift}_set_load"
                self.add_error(missing, gettext("A set needs both its load and its repetitions."))
        return data

    def _kg(self, name: str) -> float | None:
        value = self.cleaned_data[name]
        return None if value is None else kg_from(value, self.mass)

    def _set(self, lift: str) -> RepSet | None:
        kg, reps = self._kg(f"{lift}_set_load"), self.cleaned_data[f"{lift}_set_reps"]
        return None if kg is None or reps is None else RepSet(kg, reps)

    def _lifts(self) -> Lifts | None:
        data = self.cleaned_data
        days = tuple(day for day in WEEKDAYS if day in data["main_days"])
        lifts = Lifts(self._kg("clean"), self._kg("deadlift"), self._set("clean"), self._set("deadlift"), days)
        return None if lifts == Lifts() else lifts

    def profile(self) -> Profile:
        """Return the profile that a valid form describes."""
        data = self.cleaned_data
        height = data["height"]
        step = self._kg("step")
        return Profile(
            experience=data["experience"],
            age=data["age"],
            days_per_week=data["days_per_week"],
            minutes=data["minutes"],
            sessions_per_day=data["sessions_per_day"],
            equipment=frozenset(Equipment(name) for name in data["equipment"]),
            height_m=None if height is None else m_from(height, self.length),
            mass_kg=self._kg("mass"),
            sex=data["sex"] or None,
            weights=Weights(
                self._kg("bar"), data["plates"], data["dumbbells"], Weights().step_kg if step is None else step
            ),
            lifts=self._lifts(),
            usual_pain=data["usual_pain"],
        )


def initial_of(profile: Profile | None, mass: MassUnit, length: LengthUnit) -> dict[str, Any]:
    """Return what the form shows at first: the saved profile, or the usual days and minutes of a new person."""
    if profile is None:
        return {"days_per_week": "3", "minutes": "20", "sessions_per_day": "1", "equipment": [], "main_days": []}

    def load(kg: float | None) -> str:
        return "" if kg is None else number(mass_in(kg, mass), 2)

    lifts = profile.lifts or Lifts()
    sets = {"clean_set": lifts.clean_set, "deadlift_set": lifts.deadlift_set}
    return {
        "experience": profile.experience,
        "age": str(profile.age),
        "days_per_week": str(profile.days_per_week),
        "minutes": str(profile.minutes),
        "sessions_per_day": str(profile.sessions_per_day),
        "equipment": [str(e) for e in profile.equipment],
        "usual_pain": str(profile.usual_pain),
        "height": "" if profile.height_m is None else number(length_in(profile.height_m, length), 1),
        "mass": load(profile.mass_kg),
        "sex": profile.sex or "",
        "bar": load(profile.weights.bar_kg),
        "plates": write_weights(profile.weights.plates_kg, mass),
        "dumbbells": write_weights(profile.weights.dumbbells_kg, mass),
        "step": load(profile.weights.step_kg),
        "clean": load(lifts.clean_kg),
        "deadlift": load(lifts.deadlift_kg),
        "main_days": list(lifts.main_days),
        **{f"{name}_load": load(s.kg if s else None) for name, s in sets.items()},
        **{f"{name}_reps": str(s.reps) if s else "" for name, s in sets.items()},
    }
