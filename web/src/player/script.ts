/**
 * The script of a session: its items as one timeline of moments.
 *
 * A moment is the smallest thing the page shows: a countdown, one phase of a repetition, a rest. Its length is in
 * milliseconds. The lengths of an item's moments add up to what the planner counted for it.
 */
import type { Item, Rules, Side, Tempo, WarmUp } from "./item";
import { sidesOf } from "./item";

export type Phase = "lift" | "lower" | "pause" | "hold";

/** Warm-up sets are led like the others and never logged; each kind counts from 1. */
export type SetKind = "warm-up" | "set";

interface Base {
  /** Index of the item. */
  readonly item: number;
  readonly ms: number;
}
/** The countdown before an item; `of` and `set` say which set follows. */
export interface Ready extends Base {
  readonly kind: "ready";
  readonly of: SetKind;
  readonly set: number;
}
export interface Move extends Base {
  readonly kind: "move";
  readonly of: SetKind;
  readonly set: number;
  readonly rep: number;
  readonly side: Side;
  readonly phase: Phase;
  /** The repetition is done once this moment is over. */
  readonly counts: boolean;
}
export interface Change extends Base {
  readonly kind: "change";
  readonly of: SetKind;
  readonly set: number;
}
export interface Rest extends Base {
  readonly kind: "rest";
  /** What comes after it: a set of the same item, or the next item. */
  readonly before: SetKind | "item";
  /** The set that follows, from 1. */
  readonly set: number;
}
export type Moment = Ready | Move | Change | Rest;

const MS = 1000;

/** Return the phases of one repetition that take any time, in order: [phase, seconds]. */
export function phasesOf(tempo: Tempo, hold_s: number): readonly (readonly [Phase, number])[] {
  const top = resting(tempo.top_s, tempo.hold_at === "top" ? hold_s : 0);
  const bottom = resting(tempo.bottom_s, tempo.hold_at === "bottom" ? hold_s : 0);
  const lift: readonly [Phase, number] = ["lift", tempo.lift_s];
  const lower: readonly [Phase, number] = ["lower", tempo.lower_s];
  const all = tempo.first === "lift" ? [lift, ...top, lower, ...bottom] : [lower, ...bottom, lift, ...top];
  return all.filter(([, seconds]) => seconds > 0);
}

function resting(pause_s: number, hold_s: number): readonly (readonly [Phase, number])[] {
  return [
    ["pause", pause_s],
    ["hold", hold_s],
  ];
}

/** One set as it is led; `at` is the index of its item. */
interface Led {
  readonly item: Item;
  readonly at: number;
  readonly of: SetKind;
  readonly set: number;
  readonly reps: number;
  readonly hold_s: number;
}

function repetition(led: Led, rep: number, side: Side): readonly Move[] {
  const phases = phasesOf(led.item.tempo, led.hold_s);
  const hold = phases.findIndex(([phase]) => phase === "hold");
  const counting = hold >= 0 ? hold : phases.length - 1;
  return phases.map(([phase, seconds], index) => ({
    kind: "move",
    item: led.at,
    ms: seconds * MS,
    of: led.of,
    set: led.set,
    rep,
    side,
    phase,
    counts: index === counting,
  }));
}

/** One change of side is counted for every set that works left, then right. */
function work(led: Led, rules: Rules): readonly Moment[] {
  const reps = Array.from({ length: led.reps }, (_, index) => index + 1);
  const all = (side: Side): readonly Move[] => reps.flatMap((rep) => repetition(led, rep, side));
  if (led.item.side === "left-right") {
    const { at, of, set } = led;
    return [...all("left"), { kind: "change", item: at, ms: rules.change_side_s * MS, of, set }, ...all("right")];
  }
  return reps.flatMap((rep) => sidesOf(led.item.side).flatMap((side) => repetition(led, rep, side)));
}

function warmUps(item: Item, at: number, rules: Rules): readonly Moment[] {
  const ms = Math.min(item.rest_s, rules.warm_up_rest_s) * MS;
  const led = (warm: WarmUp, index: number): Led => {
    return { item, at, of: "warm-up", set: index + 1, reps: warm.reps, hold_s: 0 };
  };
  return item.warm_up.flatMap((warm, index) => {
    const isLast = index === item.warm_up.length - 1;
    const rest: Rest = { kind: "rest", item: at, ms, before: isLast ? "set" : "warm-up", set: isLast ? 1 : index + 2 };
    return [...work(led(warm, index), rules), rest];
  });
}

function ofItem(item: Item, at: number, done: number, isLast: boolean, rules: Rules): readonly Moment[] {
  const warm = done > 0 ? [] : warmUps(item, at, rules);
  const of = warm.length > 0 ? "warm-up" : "set";
  const moments: Moment[] = [{ kind: "ready", item: at, ms: rules.get_ready_s * MS, of, set: done + 1 }, ...warm];
  for (let set = done + 1; set <= item.sets; set += 1) {
    moments.push(...work({ item, at, of: "set", set, reps: item.reps, hold_s: item.hold_s }, rules));
    const before = set < item.sets ? "set" : "item";
    if (before === "set" || !isLast) moments.push({ kind: "rest", item: at, ms: item.rest_s * MS, before, set: set + 1 });
  }
  return moments;
}

/**
 * Return the timeline of everything still to do.
 *
 * `done[i]` is how many sets of item `i` are behind the person; an item with none left has no moments.
 */
export function momentsOf(items: readonly Item[], rules: Rules, done: readonly number[]): readonly Moment[] {
  const open = items.map((item, at) => (done[at] ?? 0) < item.sets);
  const last = open.lastIndexOf(true);
  return items.flatMap((item, at) => (open[at] ? ofItem(item, at, done[at] ?? 0, at === last, rules) : []));
}

/** Return the length of some moments [s]. */
export function secondsOf(moments: readonly Moment[]): number {
  return moments.reduce((sum, moment) => sum + moment.ms, 0) / MS;
}

/** Return the index of the first moment after `from` that no longer belongs to its item, or the end. */
export function afterItem(moments: readonly Moment[], from: number): number {
  const item = moments[from]?.item;
  const found = moments.findIndex((moment, index) => index > from && moment.item !== item);
  return found < 0 ? moments.length : found;
}

/** Return the index of the first moment after `from` that no longer belongs to its set: a rest, or the end. */
export function afterSet(moments: readonly Moment[], from: number): number {
  const found = moments.findIndex((moment, index) => index > from && moment.kind !== "move" && moment.kind !== "change");
  return found < 0 ? moments.length : found;
}

/** Return the index of the first moment of the repetition that the moment at `from` belongs to. */
export function repetitionStart(moments: readonly Moment[], from: number): number {
  const now = moments[from];
  if (now?.kind !== "move") return from;
  let start = from;
  for (let at = from - 1; at >= 0; at -= 1) {
    const before = moments[at];
    if (before?.kind !== "move" || before.rep !== now.rep || before.side !== now.side) break;
    start = at;
  }
  return start;
}
