"""The solver's choice, against trying everything."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from lumbar.catalogue.exercise import ExerciseId, Pattern, Position
from lumbar.training.choose import Limits, Option, choose

PATTERNS = (Pattern.ANTERIOR_CORE, Pattern.HIP_HINGE, Pattern.LATERAL_CORE)
POSITIONS = (Position.SUPINE, Position.PRONE, Position.STANDING)
WORTH = {Pattern.ANTERIOR_CORE: 2000, Pattern.HIP_HINGE: 30, Pattern.LATERAL_CORE: 30}


@st.composite
def option_lists(draw: st.DrawFn) -> list[Option]:
    """Draw up to seven exercises, some in two numbers of sets, in order of id."""
    found: list[Option] = []
    for name in sorted(draw(st.sets(st.sampled_from("abcdefg"), min_size=1))):
        patterns = tuple(draw(st.sets(st.sampled_from(PATTERNS), min_size=1, max_size=2)))
        position = draw(st.sampled_from(POSITIONS))
        heavy, new = draw(st.sampled_from([False, False, True])), draw(st.booleans())
        for sets in range(draw(st.integers(1, 2)), 0, -1):
            seconds = 60 * sets * draw(st.integers(1, 4))
            value = draw(st.integers(-5, 6))
            found.append(Option(ExerciseId(name), sets, seconds, value, patterns, position, heavy, new))
    return found


@st.composite
def limits(draw: st.DrawFn) -> Limits:
    """Draw what must hold."""
    names = st.sampled_from([ExerciseId(name) for name in "abcdefg"])
    return Limits(
        seconds=draw(st.integers(100, 900)),
        least=draw(st.integers(1, 2)),
        most=draw(st.integers(2, 4)),
        new=draw(st.integers(0, 3)),
        sets={Pattern.HIP_HINGE: draw(st.integers(0, 4))},
        apart=tuple(draw(st.lists(st.tuples(names, names).filter(lambda pair: pair[0] < pair[1]), max_size=2))),
        wanted=frozenset(draw(st.sets(st.sampled_from(PATTERNS), max_size=1))),
        worth=WORTH,
        set_up=3,
    )


def allowed(picked: Sequence[Option], limit: Limits) -> bool:
    names = [option.exercise for option in picked]
    trained = {pattern for option in picked for pattern in option.patterns}
    return (
        len(set(names)) == len(names)
        and limit.least <= len(names) <= limit.most
        and sum(option.seconds for option in picked) <= limit.seconds
        and sum(option.heavy for option in picked) <= 1
        and sum(option.new for option in picked) <= limit.new
        and all(sum(o.sets for o in picked if p in o.patterns) <= most for p, most in limit.sets.items())
        and not any(a in names and b in names for a, b in limit.apart)
        and limit.wanted <= trained
    )


def worth(picked: Sequence[Option]) -> int:
    trained = {pattern for option in picked for pattern in option.patterns}
    postures = {option.position for option in picked}
    return sum(option.value for option in picked) + sum(WORTH[pattern] for pattern in trained) - 3 * len(postures)


def every(options: Sequence[Option], limit: Limits) -> Iterator[tuple[Option, ...]]:
    for count in range(limit.least, limit.most + 1):
        yield from (picked for picked in combinations(options, count) if allowed(picked, limit))


@given(option_lists(), limits())
@settings(max_examples=150, deadline=None)
def test_the_choice_is_the_best_of_all_and_ties_go_to_the_first_ids(options: list[Option], limit: Limits) -> None:
    chosen = choose(options, limit)
    fitting = list(every(options, limit))
    if not fitting:
        assert chosen is None
        return
    assert chosen is not None
    best = max(map(worth, fitting))
    assert chosen in fitting
    assert worth(chosen) == best
    ids = sorted({option.exercise for option in options})
    tied = [tuple(name in {o.exercise for o in picked} for name in ids) for picked in fitting if worth(picked) == best]
    assert tuple(name in {o.exercise for o in chosen} for name in ids) == max(tied)
