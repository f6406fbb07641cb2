/** The moment that a session's figure shows: the exercise, how far along its path, and the side at work. Pure. */
import { isCounting } from "./clock";
import type { Item, Side } from "./item";
import { sidesOf } from "./item";
import type { Move } from "./script";
import type { State } from "./state";
import { itemIndex, momentNow } from "./state";

export interface Posed {
  readonly exercise: string;
  /** 0 at rest, 1 at the peak. */
  readonly share: number;
  readonly side: Side;
  /** Sides take turns, repetition by repetition. */
  readonly alternates: boolean;
  /** Whether it goes on by itself from here. */
  readonly moves: boolean;
}

/** Return which item the figure shows: in a rest before another exercise, that one. */
export function shownItem(state: State): number {
  const moment = momentNow(state);
  const isOpen = state.mode.at === "log" || state.mode.at === "correct";
  const follows = moment?.kind === "rest" && moment.before === "item" && !isOpen;
  return follows ? (state.moments[state.index + 1]?.item ?? moment.item) : itemIndex(state);
}

/** Return what the figure shows some time [ms] after the last step of the session. */
export function posed(state: State, since_ms: number): Posed | null {
  const item = state.items[shownItem(state)];
  if (item === undefined) return null;
  const moment = momentNow(state);
  const { exercise } = item;
  const alternates = item.side === "alternating";
  if (moment?.kind !== "move") return { exercise, share: 0, side: nextSide(state, item), alternates, moves: false };
  const isRunning = state.mode.at === "running" && isCounting(state);
  const spent_ms = Math.min(moment.ms, state.spent_ms + (isRunning ? Math.max(0, since_ms) : 0));
  const isMove = moment.phase === "lift" || moment.phase === "lower";
  return { exercise, share: shareOf(moment, item, spent_ms, state), side: moment.side, alternates, moves: isRunning && isMove };
}

/** The side that works next; before a change of sides it is already the other one. */
function nextSide(state: State, item: Item): Side {
  const first = sidesOf(item.side)[0] ?? "both";
  const next = state.moments[state.index + 1];
  return next?.kind === "move" && state.items[next.item] === item ? next.side : first;
}

function shareOf(moment: Move, item: Item, spent_ms: number, state: State): number {
  const done = moment.ms > 0 ? spent_ms / moment.ms : 1;
  if (moment.phase === item.tempo.first) return done;
  if (moment.phase === "lift" || moment.phase === "lower") return 1 - done;
  return isAtPeak(state, moment, item) ? 1 : 0;
}

/** Whether a pause or a hold is at the peak: the movement before it led there, or the one after it leads away. */
function isAtPeak(state: State, moment: Move, item: Item): boolean {
  for (const step of [-1, 1]) {
    for (let at = state.index + step; ; at += step) {
      const other = state.moments[at];
      if (other?.kind !== "move" || other.rep !== moment.rep || other.side !== moment.side) break;
      if (other.phase === "lift" || other.phase === "lower") return (other.phase === item.tempo.first) === (step < 0);
    }
  }
  return false;
}
