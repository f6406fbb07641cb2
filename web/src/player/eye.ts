/** What the camera makes of a set: what it saw of it, and what was said last. */
import type { Side } from "./item";

/** What was said last; captions and the voice follow it. */
export type Said =
  | { readonly what: "count"; readonly n: number }
  | { readonly what: "enough" }
  | { readonly what: "change"; readonly side: Side }
  | { readonly what: "cue" | "refusal"; readonly code: string }
  | { readonly what: "praise" }
  | { readonly what: "sight" };

export interface Eye {
  readonly is: "off" | "opening" | "on";
  /** Beats in a row in which the person was seen well. */
  readonly steady: number;
  /** Beats in a row in which they were in the exercise's position as well. */
  readonly placed: number;
  readonly isLight: boolean;
  /** Why it cannot judge now, by its code. */
  readonly refusal: string | null;
  /** When it began not to [ms]. */
  readonly refused_ms: number;
  readonly said: Said | null;
  /** How often something was said, so that the same can be said again. */
  readonly times: number;
  /** The side that is at its peak now. */
  readonly peak: Side | null;
  /** Whole seconds of the hold that runs. */
  readonly held_s: number;
  /** The seconds [s] of each hold of the set, and how many repetitions the camera counted in it. */
  readonly holds: Readonly<Record<Side, readonly number[]>>;
  readonly counted: number;
}

const NO_HOLDS: Eye["holds"] = { both: [], left: [], right: [] };
export const NO_EYE: Eye = {
  is: "off", steady: 0, placed: 0, isLight: true, refusal: null, refused_ms: 0, said: null, times: 0, peak: null, held_s: 0, holds: NO_HOLDS, counted: 0,
};

/** So many beats, four a second, and the person is in the picture as they should be. */
export const STEADY = 6;

/** Whether the camera sees the person well, wherever they are. */
export function isClear({ steady, isLight }: Eye): boolean {
  return isLight && steady >= STEADY;
}

/** Whether the camera sees the person well, and in the exercise's position. */
export function isSeenWell(eye: Eye): boolean {
  return isClear(eye) && eye.placed >= STEADY;
}

/** Whether what was said last is to be heeded: something to change, or that it was put right. */
export function isTelling({ refusal, said }: Eye): boolean {
  return refusal !== null || said?.what === "refusal" || said?.what === "cue" || said?.what === "praise";
}

/** Forget what was seen of a set; what is wrong now stays wrong. */
export function anew(eye: Eye): Eye {
  return { ...eye, said: null, peak: null, held_s: 0, holds: NO_HOLDS, counted: 0 };
}

/** Forget everything, for nothing is watched for a while. */
export function fresh(eye: Eye): Eye {
  return { ...anew(eye), refusal: null, steady: 0, placed: 0 };
}

/** The seconds that most holds of a side lasted, to the second: that is how well a camera tells them. */
export function usualHold(eye: Eye, side: Side): number | null {
  const sorted = [...eye.holds[side]].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle !== undefined) return Math.round(middle);
  return eye.peak === side && eye.held_s > 0 ? eye.held_s : null;
}

