/** "This hurts": the clock is off until the person has said what they feel and what they want to do. */
import type { AfterHurt, Effect, Feel, Step } from "./input";
import { hasWorkLeft, offered, passOver, putInPlace } from "./leave";
import { closeForm } from "./save";
import { hurtAdvice } from "./pain";
import type { Mode, State } from "./state";
import { isRecurring, itemIndex, withStopped } from "./state";

/** Which ways on there are after this feeling; the first is the one to take unless the person wants another. */
export function waysOn(state: State, feel: Feel): readonly AfterHurt[] {
  const at = itemIndex(state);
  const ends = hurtAdvice(feel, isRecurring(state, exerciseAt(state, at))) === "end-session";
  const next: readonly AfterHurt[] = isLastItem(state, at) ? [] : ["next"];
  if (ends) return ["end"];
  if (feel !== "usual") return ["end", ...next];
  const swaps = (["easier", "equal"] as const).filter((kind) => offered(state, at, kind) !== null);
  return swaps.length > 0 ? [...swaps, "end"] : [...next, "end"];
}

function exerciseAt(state: State, at: number): string {
  return state.items[at]?.exercise ?? "";
}

function isLastItem(state: State, at: number): boolean {
  return state.moments.every((moment, index) => index < state.index || moment.item <= at);
}

/** Take the answer. What was counted of a set that hurt is dropped; a set already done is still asked about. */
export function answer(state: State, feel: Feel, then: AfterHurt): Step<State> {
  if (state.mode.at !== "hurts" || !waysOn(state, feel).includes(then)) return [state, []];
  const at = itemIndex(state);
  const exercise = exerciseAt(state, at);
  const hurt: Effect = { do: "record", draft: { kind: "hurt", exercise, feel, pain: null } };
  const [next, caused] = goWhere(withStopped(state, exercise), state.mode.back, at, then);
  return [next, [hurt, ...caused]];
}

function goWhere(state: State, back: Mode, at: number, then: AfterHurt): Step<State> {
  if (then === "end") {
    return under({ ...state, reason: "pain", index: state.moments.length, spent_ms: 0, extra_ms: 0 }, back);
  }
  if (then === "next") return under(hasWorkLeft(state, at) ? passOver(state) : state, back);
  const item = offered(state, at, then);
  if (item === null) return [state, []];
  const old = exerciseAt(state, at);
  const [next, caused] = under(putInPlace(state, at, item), back);
  return [next, [{ do: "record", draft: { kind: "swapped", old, new: item.exercise, swap: then } }, ...caused]];
}

/** Go on under the mode that was there before: an open form stays open. */
function under(state: State, back: Mode): Step<State> {
  if (back.at === "log") return [{ ...state, mode: back }, [{ do: "say" }]];
  return closeForm(state);
}
