/** The end of a set: what was counted, and the form that asks about it. */
import { fresh, usualHold } from "./eye";
import type { Effect, Step } from "./input";
import type { Item, Side } from "./item";
import { sidesOf } from "./item";
import { afterSet } from "./script";
import type { DoneSet, SavedSet, State, Work, Works } from "./state";
import { NOTHING_COUNTED, momentNow, savedOf } from "./state";

const NO_WORK: Works = { both: null, left: null, right: null };

/** Return the same work for every side of an item that works. */
export function worksOf(item: Item, workOf: (side: Side) => Work): Works {
  return sidesOf(item.side).reduce((works, side) => ({ ...works, [side]: workOf(side) }), NO_WORK);
}

/**
 * End the set that is running: the rest after it begins, and the form asks about it.
 *
 * What was counted is what the form begins with. A single hold ended early counts with the seconds it lasted.
 */
export function finishSet(state: State): Step<State> {
  const moment = momentNow(state);
  if (moment?.kind !== "move" && moment?.kind !== "change") return [state, []];
  const item = state.items[moment.item];
  if (item === undefined) return [state, []];
  const index = afterSet(state.moments, state.index);
  const over = { ...state, index, spent_ms: 0, extra_ms: 0, counted: NOTHING_COUNTED, eye: fresh(state.eye) };
  if (moment.of === "warm-up") return [{ ...over, mode: { at: "running" } }, SET_IS_OVER];
  const set: DoneSet = {
    at: moment.item,
    item,
    set: moment.set,
    number: savedOf(state, item.exercise) + 1,
    works: worksOf(item, (side) => counted(state, item, side)),
    load_kg: lastLoad(state, item),
    counted_by: byCamera(state) ? "camera" : "timer",
    why: null,
  };
  return [{ ...over, mode: { at: "log", set } }, SET_IS_OVER];
}

const SET_IS_OVER: readonly Effect[] = [{ do: "tone", tone: "end" }, { do: "say" }];

/** Whether the camera is on and counted all of it. */
function byCamera({ eye, counted: { both, left, right } }: State): boolean {
  return eye.is === "on" && eye.counted > 0 && eye.counted === both + left + right;
}

function counted(state: State, item: Item, side: Side): Work {
  const reps = state.counted[side];
  if (byCamera(state)) return { reps, hold_s: item.hold_s === 0 ? 0 : (usualHold(state.eye, side) ?? 0) };
  const moment = momentNow(state);
  const holding = moment?.kind === "move" && moment.phase === "hold" && moment.side === side;
  const seconds = Math.floor(state.spent_ms / 1000);
  if (holding && reps === 0 && seconds > 0) return { reps: 1, hold_s: Math.min(seconds, item.hold_s) };
  return { reps, hold_s: item.hold_s };
}

function lastLoad(state: State, item: Item): number | null {
  const before = state.saved.filter((set) => set.exercise === item.exercise).at(-1);
  return before === undefined ? item.load_kg : before.load_kg;
}

/** Return the form's set for a correction of `saved`, or null when its exercise is not in the session. */
export function setToCorrect(state: State, saved: SavedSet): DoneSet | null {
  const at = state.items.findIndex((item) => item.exercise === saved.exercise);
  const item = state.items[at];
  if (item === undefined) return null;
  return { at, item, set: saved.number, number: saved.number, works: saved.works, load_kg: saved.load_kg, counted_by: saved.counted_by, why: null };
}

/** Return the saved sets with this one among them, in place of the one it corrects. */
export function withSaved(sets: readonly SavedSet[], set: SavedSet): readonly SavedSet[] {
  const at = sets.findIndex((other) => other.exercise === set.exercise && other.number === set.number);
  return at < 0 ? [...sets, set] : sets.map((other, index) => (index === at ? set : other));
}
