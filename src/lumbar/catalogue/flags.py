"""The ids of the screening flags that an exercise may name in `not_with`.

The questions themselves belong to the screening, which lies above; a test there holds both lists equal.
"""

from typing import Final

from lumbar.catalogue.exercise import FlagId

FLAG_IDS: Final[frozenset[FlagId]] = frozenset(
    map(
        FlagId,
        (
            "saddle-numbness",
            "bladder-bowel-change",
            "both-legs",
            "leg-weakness-growing",
            "chest-pain",
            "serious-accident",
            "fever-unwell",
            "weight-loss",
            "cancer-history",
            "steroids-or-thin-bones-new-pain",
            "weak-immunity-or-infection",
            "new-deformity",
            "night-pain",
            "under-18",
            "heart-or-blood-pressure",
            "surgery-6-months",
            "pregnant",
            "postpartum-12-weeks",
            "osteoporosis",
            "inflammatory-spine",
            "leg-pain-or-numbness",
            "first-pain-over-55",
            "spine-or-disc",
            "recovering-injury",
            "pain-6-or-more",
            "acute-under-6-weeks",
            "not-improving-6-weeks",
        ),
    )
)
