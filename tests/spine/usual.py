"""What people carry in an exercise so that it is done as its file shows it."""

from functools import cache

from lumbar.app.shelf import load_catalogue
from lumbar.body.physique import Physique
from lumbar.spine.load import find_load

TRIED_KG = (0.0, 4.0, 6.0, 8.0)


@cache
def usual_kg(exercise: str, body: Physique) -> float:
    """Return the least load [kg] with which the body is in balance: who leans against a band needs the band."""
    tried = TRIED_KG if (motion := load_catalogue().exercise(exercise).motion) and motion.pulls else TRIED_KG[:1]
    return next(kg for kg in tried if find_load(load_catalogue().exercise(exercise), body, kg))
