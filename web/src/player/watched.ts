/** Whether the camera counts in place of the clock: which set it watches, and when time waits for it. */
import { isSeenWell } from "./eye";
import type { Item, Side } from "./item";
import { sidesOf } from "./item";
import type { State } from "./state";
import { momentNow } from "./state";

/** The item whose set the camera watches now, or before which it looks whether it could; null where the clock leads. */
export function watchedItem(state: State): Item | null {
  const moment = momentNow(state);
  const item = itemNow(state);
  if (state.eye.is !== "on" || moment === null || moment.kind === "rest" || !item?.watched) return null;
  return state.mode.at === "running" || state.mode.at === "leading" ? item : null;
}

/** Whether the camera counts the set that runs. */
export function isCountedByEye(state: State): boolean {
  const kind = momentNow(state)?.kind;
  return state.mode.at === "running" && (kind === "move" || kind === "change") && watchedItem(state) !== null;
}

/** Whether the set that is up is one that the camera counts, also while it is paused. */
export function isSetOfEye(state: State): boolean {
  const kind = momentNow(state)?.kind;
  return state.eye.is === "on" && (kind === "move" || kind === "change") && itemNow(state)?.watched != null;
}

/** The side and the repetition that a set counted by the camera goes on with. */
export function comingOfEye(state: State): { readonly side: Side; readonly n: number } {
  const mode = itemNow(state)?.side ?? "both";
  const sides = sidesOf(mode);
  const inOrder = mode === "alternating" ? [...sides].sort((a, b) => state.counted[a] - state.counted[b]) : sides;
  const all = asked(state);
  const side = inOrder.find((one) => state.counted[one] < all) ?? "both";
  return { side, n: Math.min(all, state.counted[side] + 1) };
}

function itemNow(state: State): Item | undefined {
  const moment = momentNow(state);
  return moment === null ? undefined : state.items[moment.item];
}

/** Whether time stands still: the camera counts, or is not yet content with what it sees. */
export function waitsForEye(state: State): boolean {
  if (isCountedByEye(state)) return true;
  const moment = momentNow(state);
  if (state.mode.at !== "running" || moment?.kind !== "ready" || !state.items[moment.item]?.watched) return false;
  return state.eye.is === "opening" || (state.eye.is === "on" && !isSeenWell(state.eye));
}

/** What is to be watched, and again from anew whenever this changes; empty where nothing is. */
export function watchKey(state: State): string {
  const moment = momentNow(state);
  if (watchedItem(state) === null || moment === null || moment.kind === "rest") return "";
  return `${state.items[moment.item]?.exercise}/${moment.of}/${moment.set}`;
}

/** How long each peak of the set now is to be held [s]. */
export function holdOf(state: State): number {
  const moment = momentNow(state);
  if (moment === null || moment.kind === "rest" || moment.of === "warm-up") return 0;
  return state.items[moment.item]?.hold_s ?? 0;
}

/** How many repetitions of each side the set now asks for. */
export function asked(state: State): number {
  const moment = momentNow(state);
  const item = itemNow(state);
  if (moment === null || item === undefined || moment.kind === "rest") return 0;
  return moment.of === "warm-up" ? (item.warm_up[moment.set - 1]?.reps ?? 0) : item.reps;
}
