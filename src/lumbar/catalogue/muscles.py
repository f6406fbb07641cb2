"""The muscles that an exercise may name, by id, with their English names."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

MUSCLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "adductors": "inner thigh",
        "biceps-femoris": "outer hamstring",
        "calves": "calves",
        "deltoids": "shoulders",
        "erector-spinae": "long back muscles",
        "forearms": "forearms",
        "gluteus-maximus": "large buttock muscle",
        "gluteus-medius": "side of the hip",
        "hamstrings": "back of the thigh",
        "hip-flexors": "front of the hip",
        "latissimus-dorsi": "broad back muscle",
        "multifidus": "short muscles along the spine",
        "neck-flexors": "front of the neck",
        "obliques": "side of the trunk",
        "pectorals": "chest",
        "pelvic-floor": "pelvic floor",
        "piriformis": "deep buttock muscles",
        "quadratus-lumborum": "side of the lower back",
        "quadriceps": "front of the thigh",
        "rectus-abdominis": "straight stomach muscle",
        "rhomboids": "between the shoulder blades",
        "serratus-anterior": "side of the ribs",
        "tibialis-anterior": "front of the shin",
        "transversus-abdominis": "deep stomach muscle",
        "trapezius": "upper back and neck",
        "triceps": "back of the upper arm",
    }
)
