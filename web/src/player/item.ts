/** What the planner asks for, as the page hands it over; nothing here is changed by the player. */

export type SideMode = "both" | "left-right" | "alternating";
export type Side = "both" | "left" | "right";

/** The seconds [s] of one repetition without its hold; a hold comes at `hold_at`. */
export interface Tempo {
  readonly lower_s: number;
  readonly bottom_s: number;
  readonly lift_s: number;
  readonly top_s: number;
  readonly first: "lift" | "lower";
  readonly hold_at: "top" | "bottom";
  /** What the two ways are called: not everything is lifted. */
  readonly said: "lift" | "tighten" | "go";
}

export interface Picture {
  readonly src: string;
  readonly alt: string;
}

/** One lighter set before the first working set; it is led and not logged. */
export interface WarmUp {
  readonly reps: number;
  readonly load_kg: number;
}

/** One exercise of the session: `reps` is per set and per side, `hold_s` is 0 where nothing is held. */
export interface Item {
  readonly exercise: string;
  readonly name: string;
  readonly position: string;
  readonly set_up: string;
  readonly steps: readonly string[];
  readonly cues: readonly string[];
  readonly breathing: string;
  readonly picture: Picture | null;
  /** There is a figure that moves. */
  readonly moves: boolean;
  /** From where a camera can watch it; null: no camera can judge it. */
  readonly watched: "side" | "front" | null;
  readonly sets: number;
  readonly reps: number;
  readonly hold_s: number;
  readonly side: SideMode;
  /** What this exercise calls its sides ("Left arm, right leg"); null: plain left and right. */
  readonly sides: { readonly left: string; readonly right: string } | null;
  readonly load_kg: number | null;
  /** The person picks a comfortable load; none is prescribed. */
  readonly comfortable: boolean;
  readonly rest_s: number;
  readonly warm_up: readonly WarmUp[];
  readonly tempo: Tempo;
  readonly seconds: number;
  readonly easier: Item | null;
  readonly equal: Item | null;
}

/** The thresholds and short times of a session; each comes from the server, where it has its source. */
export interface Rules {
  readonly pain_stop: number;
  readonly pain_rise_stop: number;
  readonly pain_amber: number;
  readonly usual_pain: number;
  readonly pain_before: number;
  /** The cuts move up to the usual pain plus this. */
  readonly usual_margin: number;
  readonly get_ready_s: number;
  readonly change_side_s: number;
  /** The longest rest after a warm-up set. */
  readonly warm_up_rest_s: number;
}

/** Return the sides of a set in the order they are worked. */
export function sidesOf(mode: SideMode): readonly Side[] {
  return mode === "both" ? ["both"] : ["left", "right"];
}

/** Whether a load is moved, so that it is asked for when a set is logged. */
export function isLoaded(item: Item): boolean {
  return item.load_kg !== null || item.comfortable;
}
