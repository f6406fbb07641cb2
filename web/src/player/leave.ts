/** Leaving an exercise before its end: skipped, ended by pain, or another one in its place. */
import type { Effect, Step } from "./input";
import type { Item } from "./item";
import { afterItem, momentsOf } from "./script";
import type { State } from "./state";
import { NOTHING_COUNTED, momentNow, setsLeft } from "./state";

/** Whether moments of this item are still to come that are more than the rest after it. */
export function hasWorkLeft(state: State, item: number): boolean {
  return state.moments.slice(state.index).some((moment) => moment.item === item && moment.kind === "move");
}

/**
 * Leave what is left of item `at`: the next exercise is up. Says `skipped` when sets were left.
 *
 * A rest after its last set is kept, for it is rest all the same.
 */
export function leaveItem(state: State, at: number): Step<State> {
  if (!hasWorkLeft(state, at)) return [state, []];
  const exercise = state.items[at]?.exercise ?? "";
  const effects: readonly Effect[] = [{ do: "record", draft: { kind: "skipped", exercise } }];
  return [passOver(state), effects];
}

/** Go to the beginning of the next item without a word; the mode stays. */
export function passOver(state: State): State {
  const index = afterItem(state.moments, state.index);
  return { ...state, index, spent_ms: 0, extra_ms: 0, counted: NOTHING_COUNTED };
}

/** What may take the place of the exercise in work, now: nothing when no set of it is left, and nothing twice. */
export function offered(state: State, at: number, kind: "easier" | "equal"): Item | null {
  const other = state.items[at]?.[kind] ?? null;
  const isThere = state.items.some((item) => item.exercise === other?.exercise);
  return setsLeft(state) > 0 && !isThere ? other : null;
}

/** Put `item` in the place of item `at`, for the sets that were left of it; it begins at its first set. */
export function putInPlace(state: State, at: number, item: Item): State {
  const left = setsLeft(state);
  const fitted = { ...item, sets: Math.max(1, Math.min(item.sets, left)) };
  const items = state.items.map((other, index) => (index === at ? fitted : other));
  const done = items.map((other, index) => (index < at ? other.sets : 0));
  const moments = momentsOf(items, state.rules, done);
  return { ...state, items, moments, index: 0, spent_ms: 0, extra_ms: 0, counted: NOTHING_COUNTED };
}

/** Whether the person can skip now: there is work left of the exercise that is up. */
export function canSkip(state: State): boolean {
  const moment = momentNow(state);
  return moment !== null && hasWorkLeft(state, moment.item);
}
