"""Units: the quantities Lumbar speaks in, and conversion at the rim.

Inside, mass is in kilograms, length in metres, time in seconds and angles in degrees. Pounds and inches
exist only where a person types or reads them; the conversions live here and nowhere else.
"""

from typing import Final, Literal

MassUnit = Literal["kg", "lb"]
LengthUnit = Literal["cm", "in"]

KG_PER_LB: Final = 0.45359237  # exact, international avoirdupois pound (1959)
M_PER_IN: Final = 0.0254  # exact, international inch (1959)


def kg_from(value: float, unit: MassUnit) -> float:
    """Return a mass in kilograms [kg] from `value` in `unit`."""
    return value * KG_PER_LB if unit == "lb" else value


def mass_in(kg: float, unit: MassUnit) -> float:
    """Return `kg` [kg] expressed in `unit`; the inverse of `kg_from`."""
    return kg / KG_PER_LB if unit == "lb" else kg


def m_from(value: float, unit: LengthUnit) -> float:
    """Return a length in metres [m] from `value` in `unit`."""
    return value * (M_PER_IN if unit == "in" else 0.01)


def length_in(m: float, unit: LengthUnit) -> float:
    """Return `m` [m] expressed in `unit`; the inverse of `m_from`."""
    return m / (M_PER_IN if unit == "in" else 0.01)
