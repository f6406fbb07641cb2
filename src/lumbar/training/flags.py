"""The screening's flags: what is asked about health, in three tiers and a gentle one, and what to do after a yes.

The questions and signs are in our own words, after public texts of the same content. Every sign is shown to
everyone, whatever they answered.
"""

from dataclasses import dataclass
from typing import Final, Literal

from lumbar.catalogue.exercise import FlagId
from lumbar.training.rules import add_rules

FlagTier = Literal["emergency", "urgent", "clearance", "gentle"]


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing that is asked: its `question`, the `sign` shown to everyone, and the `advice` after a yes."""

    id: FlagId
    tier: FlagTier
    question: str
    sign: str
    advice: str
    source: str


EMERGENCY_ADVICE: Final = "Call the emergency number or go to an emergency department now."
URGENT_ADVICE: Final = "Speak to a doctor today or tomorrow. Your plan opens once a professional has said yes."
CLEARANCE_ADVICE: Final = (
    "Ask a doctor, physiotherapist or midwife first. Enter the day they say yes, and your plan opens."
)


def _flag(  # noqa: PLR0913, PLR0917  the columns of the table below
    name: str, tier: FlagTier, question: str, sign: str, advice: str, source: str
) -> Flag:
    return Flag(FlagId(name), tier, question, sign, advice, source)


FLAGS: Final[tuple[Flag, ...]] = (
    _flag(
        "saddle-numbness",
        "emergency",
        "Is there new numbness or tingling between your legs, around the genitals or the buttocks?",
        "New numbness or tingling between the legs, around the genitals or the buttocks.",
        EMERGENCY_ADVICE,
        "ahcpr-14",
    ),
    _flag(
        "bladder-bowel-change",
        "emergency",
        "Has your control of bladder or bowel changed, or your sexual function, since the back trouble began?",
        "Trouble passing water, losing control of bladder or bowel, or a new change in sexual function.",
        EMERGENCY_ADVICE,
        "ahcpr-14",
    ),
    _flag(
        "both-legs",
        "emergency",
        "Do you have pain, tingling, weakness or numbness in both legs?",
        "Pain, tingling, weakness or numbness in both legs at once.",
        EMERGENCY_ADVICE,
        "nhs-back-pain",
    ),
    _flag(
        "leg-weakness-growing",
        "emergency",
        "Is a leg or a foot growing weaker?",
        "A leg or a foot that is growing weaker.",
        EMERGENCY_ADVICE,
        "ahcpr-14",
    ),
    _flag(
        "chest-pain",
        "emergency",
        "Do you have chest pain?",
        "Chest pain, at rest or while you move.",
        EMERGENCY_ADVICE,
        "nhs-back-pain",
    ),
    _flag(
        "serious-accident",
        "emergency",
        "Did the back trouble begin after a serious accident, such as a fall from a height or a car crash?",
        "Back trouble that began after a serious accident.",
        EMERGENCY_ADVICE,
        "nhs-back-pain",
    ),
    _flag(
        "fever-unwell",
        "urgent",
        "Do you have a fever, or feel ill all over, together with back pain?",
        "A fever or feeling ill all over, together with back pain.",
        URGENT_ADVICE,
        "nhs-back-pain",
    ),
    _flag(
        "weight-loss",
        "urgent",
        "Have you lost weight without wanting to?",
        "Losing weight without wanting to.",
        URGENT_ADVICE,
        "nhs-back-pain",
    ),
    _flag(
        "cancer-history",
        "urgent",
        "Have you ever had cancer, and is this back pain new or different?",
        "New or different back pain in someone who has had cancer.",
        URGENT_ADVICE,
        "downie-2013",
    ),
    _flag(
        "steroids-or-thin-bones-new-pain",
        "urgent",
        "Have you taken cortisone for a long time, or are your bones thin, and is there new pain or was there a knock?",
        "New pain, or a small fall, in someone with thin bones or after long use of cortisone.",
        URGENT_ADVICE,
        "downie-2013",
    ),
    _flag(
        "weak-immunity-or-infection",
        "urgent",
        "Are your defences weakened, did you have an infection lately, or do you inject drugs?",
        "Back pain with weakened defences, after a recent infection, or with injected drugs.",
        URGENT_ADVICE,
        "ahcpr-14",
    ),
    _flag(
        "new-deformity",
        "urgent",
        "Has your back changed its shape, or is there a new lump or swelling?",
        "A back that has changed its shape, or a new lump or swelling.",
        URGENT_ADVICE,
        "nhs-back-pain",
    ),
    _flag(
        "night-pain",
        "urgent",
        "Is the pain severe and constant, also at night, in whatever position you lie?",
        "Severe, constant pain, also at night, that no position eases.",
        URGENT_ADVICE,
        "ahcpr-14",
    ),
    _flag(
        "under-18",
        "urgent",
        "Are you under 18?",
        "Lumbar is made for adults.",
        "Lumbar makes plans for adults of 18 and over only. Ask a doctor or a trainer for young people.",
        "ours",
    ),
    _flag(
        "heart-or-blood-pressure",
        "clearance",
        "Do you have a heart condition or high blood pressure, or have you fainted or been breathless at rest?",
        "A heart condition, high blood pressure, fainting, or breathlessness at rest.",
        CLEARANCE_ADVICE,
        "readiness-practice",
    ),
    _flag(
        "surgery-6-months",
        "clearance",
        "Have you had an operation in the last six months?",
        "An operation in the last six months.",
        CLEARANCE_ADVICE,
        "readiness-practice",
    ),
    _flag(
        "pregnant",
        "clearance",
        "Are you pregnant?",
        "Being pregnant: ask a qualified professional before you start.",
        CLEARANCE_ADVICE,
        "text-1",
    ),
    _flag(
        "postpartum-12-weeks",
        "clearance",
        "Have you given birth in the last twelve weeks?",
        "The first weeks after giving birth: ask a qualified professional before you start.",
        CLEARANCE_ADVICE,
        "text-1",
    ),
    _flag(
        "osteoporosis",
        "clearance",
        "Have you been told that you have osteoporosis?",
        "Osteoporosis.",
        CLEARANCE_ADVICE,
        "ahcpr-14",
    ),
    _flag(
        "inflammatory-spine",
        "clearance",
        "Have you been told that your spine is inflamed, for example ankylosing spondylitis?",
        "An inflammatory disease of the spine.",
        CLEARANCE_ADVICE,
        "ours",
    ),
    _flag(
        "leg-pain-or-numbness",
        "clearance",
        "Does pain run below one knee, or is one leg numb or weak?",
        "Pain below the knee, or numbness or weakness in one leg.",
        CLEARANCE_ADVICE,
        "ahcpr-14",
    ),
    _flag(
        "first-pain-over-55",
        "clearance",
        "Are you over 55, and is this your first back pain?",
        "A first back pain after 55.",
        CLEARANCE_ADVICE,
        "ours",
    ),
    _flag(
        "spine-or-disc",
        "clearance",
        "Do you have an injury of the spine or a disc, or a problem with how you move?",
        "An injury of the spine or a disc, or uneven movement: get medical advice before these exercises.",
        CLEARANCE_ADVICE,
        "text-3",
    ),
    _flag(
        "recovering-injury",
        "clearance",
        "Are you recovering from an injury?",
        "Recovering from an injury: ask a qualified professional before you start.",
        CLEARANCE_ADVICE,
        "text-1",
    ),
    _flag(
        "pain-6-or-more",
        "gentle",
        "Has your back pain been 6 or more out of 10 on average in the last week?",
        "Back pain of 6 or more out of 10 on most days.",
        "You start gently. If the pain stays high, speak to a doctor about exercises that suit you better.",
        "traffic-light",
    ),
    _flag(
        "acute-under-6-weeks",
        "gentle",
        "Did this back pain begin less than six weeks ago?",
        "Back pain that began less than six weeks ago.",
        "You start gently. Stay active, walk, and move in ways that are comfortable.",
        "cochrane-2023-acute",
    ),
    _flag(
        "not-improving-6-weeks",
        "gentle",
        "Has this back pain lasted longer than six weeks without getting better?",
        "Back pain that has not got better for longer than six weeks.",
        "You start gently. Please let a doctor or physiotherapist have a look as well.",
        "nhs-back-pain",
    ),
)
"""Every flag, from the most urgent down."""

UNDER_18: Final = FlagId("under-18")
LATE_FIRST_PAIN: Final = FlagId("first-pain-over-55")

add_rules(*((f"flag-{flag.id}", flag.advice, flag.source) for flag in FLAGS))
