/**
 * Time: how far along its path a repetition is, and which side is at work.
 *
 * Pure. The share is one of time, 0 at rest and 1 at the peak; how the body gathers and loses speed on the way is in the
 * path itself.
 */
import type { Side, SideMode } from "../player/item";
import { sidesOf } from "../player/item";

/** A part of a repetition as a clip tells it: where it leads or stays, its seconds [s], and whether the hold is here. */
export interface Part {
  readonly to: "peak" | "rest";
  readonly moves: boolean;
  readonly s: number;
  readonly held: boolean;
}

/** A part of a repetition as it is shown: its length [s], and the shares it begins and ends with. */
export interface Leg {
  readonly seconds: number;
  readonly from: number;
  readonly to: number;
}

/** Where a movement is. */
export interface Instant {
  /** 0 at rest, 1 at the peak. */
  readonly share: number;
  readonly side: Side;
}

/** Return the parts of a repetition in order with a hold [s]; those that take no time are left out. */
export function legsOf(parts: readonly Part[], hold_s: number): readonly Leg[] {
  return parts
    .map(({ to, moves, s, held }) => {
      const end = to === "peak" ? 1 : 0;
      return { seconds: s + (held ? hold_s : 0), from: moves ? 1 - end : end, to: end };
    })
    .filter((leg) => leg.seconds > 0);
}

/** Return the length of a repetition of one side [s]. */
export function repetitionSeconds(legs: readonly Leg[]): number {
  return legs.reduce((sum, leg) => sum + leg.seconds, 0);
}

/** Return after how long [s] a repetition is at its peak. */
export function peakAfter(legs: readonly Leg[]): number {
  return repetitionSeconds(legs.slice(0, legs.findIndex((leg) => leg.to === 1) + 1));
}

/**
 * Return where a movement that goes on for ever is after some time [s], 0 or more.
 *
 * Sides that take turns change after every repetition; of sides that work one after the other the first goes on.
 */
export function instantAt(legs: readonly Leg[], mode: SideMode, seconds: number): Instant {
  const all = sidesOf(mode);
  const sides = mode === "alternating" ? all : all.slice(0, 1);
  const whole = repetitionSeconds(legs);
  const done = whole > 0 ? Math.floor(seconds / whole) : 0;
  return { share: shareWithin(legs, seconds - done * whole), side: sides[done % sides.length] ?? "both" };
}

function shareWithin(legs: readonly Leg[], seconds: number): number {
  let left = seconds;
  for (const leg of legs) {
    if (left < leg.seconds) return leg.from + ((leg.to - leg.from) * left) / leg.seconds;
    left -= leg.seconds;
  }
  return legs.at(-1)?.to ?? 0;
}
