"""Screening: the questions about health, in three tiers and a gentle one, and what an answer means for the plan.

The questions and signs are in our own words, after public texts of the same content. A flag is never read as
an illness: it only decides whether there is a plan, how gentle it is, and whom to ask. Every sign is shown to
everyone, whatever they answered.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from lumbar.catalogue.exercise import FlagId
from lumbar.journal.prescription import Reason
from lumbar.journal.profile import Person
from lumbar.training.rules import add_rules, reason
from lumbar.training.thresholds import ADULT_YEARS, CLEARANCE_LASTS_DAYS, GENTLE_STAGE, HIGHEST_STAGE

FlagTier = Literal["emergency", "urgent", "clearance", "gentle"]
Status = Literal["ok", "gentle", "clearance", "blocked"]
NO_PLAN: Final[frozenset[Status]] = frozenset({"blocked", "clearance"})
"""Where the verdict is one of these, there is no plan."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing that is asked: its `question`, the `sign` shown to everyone, and the `advice` after a yes."""

    id: FlagId
    tier: FlagTier
    question: str
    sign: str
    advice: str
    source: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the answers mean: whether there is a plan, up to which stage, what to do next, and which flags."""

    status: Status
    stage_cap: int
    advice: tuple[Reason, ...]
    flags: tuple[Flag, ...]


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
STOP_ADVICE: Final = "If anything hurts while you do it, stop, and ask your doctor for exercises that suit you better."
"""The second text's caution, in our words; shown with every session and whenever “this hurts” is pressed."""

add_rules(
    *((f"flag-{flag.id}", flag.advice, flag.source) for flag in FLAGS),
    ("cleared-gentle", "A professional said yes; because this is your first back pain, you stay at stage 1.", "ours"),
    ("clearance-expired", "A professional's yes holds for a year; please ask again.", "readiness-practice"),
)


def screen(person: Person, day: date) -> Verdict:
    """Return what a person's answers mean on `day`.

    An emergency sign always blocks. Urgent ones block, and clearance ones hold the plan back, until a
    professional said yes on or before `day`, at most a year ago. Being under 18 is never lifted.
    """
    flags = tuple(flag for flag in FLAGS if flag.id in _raised(person))
    cleared = is_cleared(person, day)
    blocking = [f for f in flags if _blocks(f, cleared=cleared)]
    if blocking:
        return Verdict("blocked", 0, _advice(blocking), flags)
    asking = [f for f in flags if f.tier == "clearance" and not cleared]
    if asking:
        return Verdict("clearance", 0, _expired(person, day) + _advice(asking), flags)
    gentle = [f for f in flags if f.tier == "gentle"]
    late = any(f.id == LATE_FIRST_PAIN for f in flags)
    if not (gentle or late):
        return Verdict("ok", HIGHEST_STAGE, (), flags)
    advice = _advice(gentle) + ((reason("cleared-gentle", "today"),) if late else ())
    return Verdict("gentle", GENTLE_STAGE, advice, flags)


def is_cleared(person: Person, day: date) -> bool:
    """Return whether a professional's yes holds on `day`."""
    said = person.screening.cleared_on
    return said is not None and 0 <= (day - said).days <= CLEARANCE_LASTS_DAYS


def _raised(person: Person) -> frozenset[FlagId]:
    under_age = frozenset({UNDER_18}) if person.profile.age < ADULT_YEARS else frozenset()
    return person.screening.flags | under_age


def _blocks(flag: Flag, *, cleared: bool) -> bool:
    if flag.tier == "emergency" or flag.id == UNDER_18:
        return True
    return flag.tier == "urgent" and not cleared


def _advice(flags: list[Flag]) -> tuple[Reason, ...]:
    """Return each piece of advice once, the first flag that gives it leading."""
    reasons = {flag.advice: reason(f"flag-{flag.id}", "today") for flag in reversed(flags)}
    return tuple(reversed(reasons.values()))


def _expired(person: Person, day: date) -> tuple[Reason, ...]:
    said = person.screening.cleared_on
    old = said is not None and (day - said).days > CLEARANCE_LASTS_DAYS
    return (reason("clearance-expired", "today"),) if old else ()
