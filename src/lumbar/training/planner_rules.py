"""The planner's rules: the sentences that say why this exercise, why today, why this dose.

One rule a pattern, so that each sentence can be translated whole. Importing this module registers them.
"""

from typing import Final

from lumbar.catalogue.exercise import Pattern
from lumbar.training.rules import add_rules

PATTERN_RULE: Final = {pattern: f"this-{pattern}" for pattern in Pattern}
"""The rule that says what an exercise of a pattern is for."""


add_rules(
    # Why this
    ("stretch-first", "Every session opens with this stretch.", "text-2"),
    ("stretch-both", "The same again with both knees, as the stretch ends.", "text-2"),
    ("this-extensor-endurance", "It trains the muscles along the spine to keep working.", "text-1"),
    (
        "this-anterior-core",
        "It trains the front of the trunk, which steadies the spine together with the back.",
        "text-1",
    ),
    ("this-lateral-core", "It trains the side of the trunk.", "text-1"),
    ("this-hip-hinge", "It trains buttocks and thighs to share the work with the back.", "text-3"),
    ("this-hip-mobility", "It moves legs and hips while the back stays still.", "text-2"),
    ("this-anti-rotation", "It trains the trunk to stay still while something tries to turn it.", "text-1"),
    ("this-swapped", "You put it in the place of {exercise} today.", "ours"),
    ("this-for-red", "It takes the place of {exercise}, which was too much twice.", "ours"),
    # Why today
    ("today-always", "It comes first in every session, before anything that is work.", "text-2"),
    ("today-moved", "The last planned day was missed, so its session is today.", "ours"),
    ("today-chosen", "You chose to train today.", "ours"),
    ("today-first", "It is your first session, so today shows what you can do comfortably.", "ours"),
    ("today-due", "You have not trained this in the last seven days.", "ours"),
    ("today-new", "A new exercise joins, one a week at the most.", "ours"),
    ("today-early", "In the first week everything is tried once.", "ours"),
    ("today-again", "You did it {days} days ago, and getting stronger needs repetition.", "ours"),
    ("today-yesterday", "You did it yesterday too; it is light enough for that.", "ours"),
    ("today-back", "It has been {days} days, so it comes back.", "ours"),
    ("today-hinge-first", "The bar comes while you are fresh; no heavy hinge stands in the last two days.", "ours"),
    ("today-hinge", "The last heavy hinge was {days} days ago; two days are the least.", "ours"),
    ("today-assistance", "It belongs in the assistance part, after your main strength and power work.", "text-3"),
    # Why this dose
    ("dose-published", "This is the dose the source gives.", "ours"),
    ("dose-start", "You start below the full dose and build up from there.", "ours"),
    ("dose-trained", "You train already, so you start one step up the ladder.", "ours"),
    ("dose-step", "This is step {step} of {steps} on its ladder.", "ours"),
    ("dose-short", "The short form, because the time is short.", "ours"),
    ("dose-short-assistance", "The short form, because it sits inside your training.", "ours"),
    ("dose-short-split", "The short form, because you train more than once today.", "ours"),
    ("dose-set-cut", "Fewer sets, because the last time was too much.", "ours"),
    ("dose-fewer", "One set fewer today, so that the week does not grow too fast.", "ours"),
    ("dose-fewer-load", "Fewer sets today, so that the load on your low back does not grow too fast.", "ours"),
    ("dose-fit", "Fewer sets today, so that it fits your minutes.", "ours"),
    ("dose-split", "Your sets of the day, spread over {sessions} sessions.", "ours"),
    ("load-range", "{low} to {high} kg is what your lifts allow here; you start at the low end.", "text-3"),
    (
        "load-range-below",
        "{low} to {high} kg is what your lifts allow here; {kg} kg is the nearest below it that your weights make.",
        "text-3",
    ),
    ("load-share", "It starts at half the load of {exercise} and always stays lighter.", "ours"),
    ("load-lightest", "You start with the lightest weight you own.", "ours"),
    ("load-tries", "You start at seven tenths of what felt comfortable the first times.", "graded-activity"),
    ("load-ask", "Pick a weight that feels comfortable; you should have several repetitions left.", "ours"),
    ("load-ask-lighter", "Pick a comfortable weight, lighter than for {exercise}.", "text-3"),
    ("load-same", "The load stays until every set has gone well twice.", "double-progression"),
    ("load-waits", "The load goes up once the lighter days are over.", "ours"),
    ("load-raised", "The load goes up to {kg} kg, since the last two sessions went well.", "double-progression"),
    ("load-wider", "The next weight is too big a step, so first come {reps} repetitions.", "ours"),
    ("load-jump", "The next weight you own is a big step, so it begins at the low end of the range.", "ours"),
    ("load-cap", "The load is as high as it goes here.", "ours"),
    ("load-lowered", "The load goes down to {kg} kg, because the lowest target was out of reach.", "ours"),
    # What was relaxed, in the published order
    ("relaxed-rotation", "More than one exercise is new today, because too few known ones fit.", "ours"),
    ("relaxed-preference", "Two exercises of one family stand together today, because nothing else fits.", "ours"),
    ("relaxed-mobility", "No exercise for the hips' movement fits today.", "ours"),
    ("relaxed-stretch", "The stretch is in its short form, so that the exercises fit.", "ours"),
    ("relaxed-sets", "Some exercises have fewer sets, so that two of them fit.", "ours"),
    ("relaxed-count", "Only one exercise fits today.", "ours"),
    ("relaxed-exercises", "Only the stretch fits today.", "ours"),
    ("relaxed-no-stretch", "There is no stretch today, because it is pausing.", "ours"),
    ("relaxed-sessions", "Today's work fills {sessions} of the {wanted} sessions you asked for.", "ours"),
    # What holds whatever is relaxed
    (
        "low-back-growth",
        "Today asks a little less: the load on the low back grows by a tenth, or one set a training day, each week.",
        "ours",
    ),
    # Why not today
    ("rest-day", "Today is a rest day; muscles grow between the sessions.", "ours"),
    ("rest-chosen", "You chose to rest today.", "ours"),
    ("rest-needed", "You trained six days in a row, so today is a rest day.", "ours"),
    ("nothing-fits", "No exercise may be done today with what you told us.", "ours"),
)
