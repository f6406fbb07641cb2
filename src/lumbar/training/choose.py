"""Choosing: which of today's candidates, each in how many sets, make the session.

A small integer programme, solved by HiGHS to a gap of zero on one thread, so that the same input gives the same
answer everywhere. A column is an exercise in a number of sets, a pattern that is trained, or a posture that is
taken. What must hold is a row; what is wished for is a value; ties fall to the exercise whose id comes first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Final

from lumbar.catalogue.exercise import ExerciseId, Pattern, Position

if TYPE_CHECKING:
    import highspy

GAP: Final = 1e-9  # far below the smallest tie weight, 2^-24
SETTINGS: Final[tuple[tuple[str, bool | int | float], ...]] = (
    ("output_flag", False),
    ("threads", 1),
    ("random_seed", 1),
    ("mip_rel_gap", 0.0),
    ("mip_abs_gap", GAP),
    ("mip_feasibility_tolerance", GAP),
    ("primal_feasibility_tolerance", GAP),
    # The search itself is short; what HiGHS does to shorten long ones took four fifths of the time.
    ("mip_heuristic_effort", 0.0),
    ("mip_heuristic_run_rins", False),
    ("mip_heuristic_run_rens", False),
    ("mip_heuristic_run_root_reduced_cost", False),
    ("mip_heuristic_run_feasibility_jump", False),
    ("mip_detect_symmetry", False),
    ("mip_allow_restart", False),
    ("mip_allow_cut_separation_at_nodes", False),
)
TIE_SPAN: Final = 24  # tie weights halve this often before they stay


@dataclass(frozen=True, slots=True)
class Option:
    """One way to do one exercise: so many sets, so long [s], worth so much (a whole number).

    `load` is what it asks of the low back [Nm min].
    """

    exercise: ExerciseId
    sets: int
    seconds: int
    value: int
    patterns: tuple[Pattern, ...]
    position: Position
    heavy: bool
    new: bool
    load: float = 0.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What must hold for the choice.

    `seconds` [s] in all, `least` to `most` exercises, `new` new ones at the most, `sets` per pattern at the most,
    `apart` pairs of which only one may stand, `wanted` patterns that must be trained, what training each
    pattern today is `worth`, and what each posture costs (`set_up`). `load` [Nm min] on the low back at the most.
    """

    seconds: int
    least: int
    most: int
    new: int
    sets: Mapping[Pattern, int]
    apart: tuple[tuple[ExerciseId, ExerciseId], ...]
    wanted: frozenset[Pattern]
    worth: Mapping[Pattern, int]
    set_up: int
    load: float = inf


Row = tuple[dict[int, float], float, float]


def choose(options: Sequence[Option], limits: Limits) -> tuple[Option, ...] | None:
    """Return the best options, at most one an exercise, in order of id; None where nothing fits.

    Args:
        options: In order of exercise id.
        limits: What must hold.
    """
    names = {option.exercise for option in options}
    if len(names) < limits.least or not options:
        return None
    patterns = tuple(p for p in Pattern if p in limits.worth and any(p in o.patterns for o in options))
    if not limits.wanted <= set(patterns):
        return None
    positions = tuple(p for p in Position if any(p is o.position for o in options))
    rows = [*_rows(options, limits), *_pattern_rows(options, limits, patterns)]
    rows += _position_rows(options, positions, len(options) + len(patterns))
    picked = _solve(
        [*_worth(options, limits, patterns), *(-float(limits.set_up) for _ in positions)], rows, len(options)
    )
    return None if picked is None else tuple(options[i] for i in picked)


def _worth(options: Sequence[Option], limits: Limits, patterns: Sequence[Pattern]) -> list[float]:
    """Return what each column is worth: whole numbers, and a tie weight below one for each exercise."""
    rank = {name: i for i, name in enumerate(dict.fromkeys(o.exercise for o in options))}
    ties = [2.0 ** -(min(rank[o.exercise], TIE_SPAN) + 1) for o in options]
    return [*(o.value + tie for o, tie in zip(options, ties, strict=True)), *(float(limits.worth[p]) for p in patterns)]


def _rows(options: Sequence[Option], limits: Limits) -> list[Row]:
    every = range(len(options))
    rows: list[Row] = [
        ({i: float(options[i].seconds) for i in every}, 0, limits.seconds),
        (dict.fromkeys(every, 1.0), limits.least, limits.most),
        ({i: 1.0 for i in every if options[i].heavy}, 0, 1),
        ({i: 1.0 for i in every if options[i].new}, 0, limits.new),
    ]
    by_name: dict[ExerciseId, list[int]] = {}
    for i in every:
        by_name.setdefault(options[i].exercise, []).append(i)
    rows += [(dict.fromkeys(found, 1.0), 0, 1) for found in by_name.values() if len(found) > 1]
    rows += [
        (dict.fromkeys([*by_name[a], *by_name[b]], 1.0), 0, 1) for a, b in limits.apart if a in by_name and b in by_name
    ]
    rows += [
        ({i: float(options[i].sets) for i in every if pattern in options[i].patterns}, 0, most)
        for pattern, most in limits.sets.items()
    ]
    if limits.load < inf:
        rows.append(({i: options[i].load for i in every}, 0, limits.load))
    return rows


def _pattern_rows(options: Sequence[Option], limits: Limits, patterns: Sequence[Pattern]) -> list[Row]:
    """Return the rows that let a pattern count only where an exercise trains it, and those that must be."""
    rows: list[Row] = []
    for column, pattern in enumerate(patterns, start=len(options)):
        trains = {i: 1.0 for i, option in enumerate(options) if pattern in option.patterns}
        rows.append(({**trains, column: -1.0}, 0, float(len(options))))
        if pattern in limits.wanted:
            rows.append((trains, 1, float(len(options))))
    return rows


def _position_rows(options: Sequence[Option], positions: Sequence[Position], first: int) -> list[Row]:
    """Return the rows that let an exercise stand only where its posture is taken."""
    return [
        ({i: 1.0, first + at: -1.0}, -1, 0)
        for at, position in enumerate(positions)
        for i, option in enumerate(options)
        if option.position is position
    ]


def _solve(worth: Sequence[float], rows: Sequence[Row], count: int) -> list[int] | None:
    """Return the columns among the first `count` that are in the best solution; None where there is none."""
    import highspy  # noqa: PLC0415 - 0.12 s, and only planning needs it

    solver = _solver(highspy.Highs())  # type: ignore[no-untyped-call]  # the package types only its values
    solver.passModel(_model(worth, rows))
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    values = solver.getSolution().col_value
    return [i for i in range(count) if values[i] > 0.5]  # noqa: PLR2004 - a column is 0 or 1


def _solver(solver: "highspy.Highs") -> "highspy.Highs":
    """Set what makes the answer the same everywhere: one thread, one seed, no gap, no clock."""
    for name, value in SETTINGS:
        solver.setOptionValue(name, value)
    return solver


def _model(worth: Sequence[float], rows: Sequence[Row]) -> "highspy.HighsLp":
    import highspy  # noqa: PLC0415 - as above
    import numpy as np  # noqa: PLC0415 - highspy takes arrays; loaded with it

    model, columns = highspy.HighsLp(), len(worth)
    rows = [row for row in rows if row[0]]
    model.num_col_, model.num_row_ = columns, len(rows)
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = np.array(worth)
    model.col_lower_, model.col_upper_ = np.zeros(columns), np.ones(columns)
    model.integrality_ = [highspy.HighsVarType.kInteger] * columns
    model.row_lower_ = np.array([low for _, low, _ in rows], dtype=np.double)
    model.row_upper_ = np.array([high for _, _, high in rows], dtype=np.double)
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *(len(row) for row, _, _ in rows)], dtype=np.int32)
    matrix.index_ = np.array([i for row, _, _ in rows for i in row], dtype=np.int32)
    matrix.value_ = np.array([v for row, _, _ in rows for v in row.values()], dtype=np.double)
    return model
