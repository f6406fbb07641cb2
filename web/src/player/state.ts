/** The state of a session, whole: the page is drawn from it and nothing else. */
import type { Item, Rules, Side } from "./item";
import type { Eye } from "./eye";
import { NO_EYE } from "./eye";
import type { Moment } from "./script";
import { momentsOf } from "./script";

/** What one side did in a set: repetitions, and seconds [s] each was held. */
export interface Work {
  readonly reps: number;
  readonly hold_s: number;
}
/** Who counted a set; a person, where they put right what was counted. */
export type CountedBy = "timer" | "camera" | "person";
export type Works = Readonly<Record<Side, Work | null>>;

/** A set that has been done and not been saved yet; `works` is what the player counted. */
export interface DoneSet {
  readonly at: number;
  readonly item: Item;
  /** The set of the item, from 1, as it is shown. */
  readonly set: number;
  /** The set of the exercise in this session, from 1, as it is stored. */
  readonly number: number;
  readonly works: Works;
  readonly load_kg: number | null;
  readonly counted_by: CountedBy | null;
  /** Why the camera counted nothing of it, by its code. */
  readonly why: string | null;
}

/** A set as it was saved, newest correction in place of what it corrects. */
export interface SavedSet {
  readonly exercise: string;
  readonly number: number;
  readonly works: Works;
  readonly load_kg: number | null;
  readonly rir: number;
  readonly pain: number;
  readonly counted_by: CountedBy | null;
}

export type EndReason = "done" | "stopped" | "pain";

/** Counting goes on in `running`, `leading` (a short count back in) and, through rests only, in the two forms. */
export type Active =
  | { readonly at: "running" }
  | { readonly at: "leading"; readonly left_ms: number }
  | { readonly at: "log"; readonly set: DoneSet }
  | { readonly at: "correct"; readonly set: DoneSet };

export type Mode =
  | { readonly at: "unlock" }
  | Active
  | { readonly at: "paused"; readonly why: "pressed" | "away" }
  | { readonly at: "hurts"; readonly back: Mode }
  | { readonly at: "advice"; readonly advice: "stop-exercise" | "end-session"; readonly pain: number; readonly item: number }
  | { readonly at: "ending"; readonly back: Mode }
  | { readonly at: "finished"; readonly reason: EndReason };

export interface State {
  readonly items: readonly Item[];
  readonly rules: Rules;
  /** A gap between two steps longer than this [ms] is time away: it pauses, and counts nothing. */
  readonly gap_ms: number;
  readonly moments: readonly Moment[];
  readonly index: number;
  /** Time spent in the moment, and added to it by the person [ms]. */
  readonly spent_ms: number;
  readonly extra_ms: number;
  /** When the last step was taken [ms]; null before the first. */
  readonly now_ms: number | null;
  readonly mode: Mode;
  /** Repetitions counted in the set that is running. */
  readonly counted: Readonly<Record<Side, number>>;
  /** What the camera makes of it, where it is on. */
  readonly eye: Eye;
  readonly saved: readonly SavedSet[];
  /** Exercises that pain has ended today. */
  readonly stopped: readonly string[];
  /** Why the session ends, once its last moment is over. */
  readonly reason: EndReason;
}

export const NOTHING_COUNTED: Readonly<Record<Side, number>> = { both: 0, left: 0, right: 0 };
export const GAP_MS = 3000;

/** Return the state before the first tap; `done[i]` sets of item `i` are behind the person. */
export function begin(items: readonly Item[], rules: Rules, done: readonly number[] = [], gap_ms = GAP_MS): State {
  return {
    items,
    rules,
    gap_ms,
    moments: momentsOf(items, rules, done),
    index: 0,
    spent_ms: 0,
    extra_ms: 0,
    now_ms: null,
    mode: { at: "unlock" },
    counted: NOTHING_COUNTED,
    eye: NO_EYE,
    saved: [],
    stopped: [],
    reason: "done",
  };
}

/** The moment now, or null when there is none left. */
export function momentNow(state: State): Moment | null {
  return state.moments[state.index] ?? null;
}

/** What is left of the moment now [ms]. */
export function leftMs(state: State): number {
  const moment = momentNow(state);
  return moment === null ? 0 : Math.max(0, moment.ms + state.extra_ms - state.spent_ms);
}

/** What is left of the whole session [ms]. */
export function sessionLeftMs(state: State): number {
  return state.moments.slice(state.index + 1).reduce((sum, moment) => sum + moment.ms, leftMs(state));
}

/** The index of the item in work: that of the set to be saved, else that of the moment, else the last. */
export function itemIndex(state: State): number {
  const mode = behind(state.mode);
  if (mode.at === "log" || mode.at === "correct") return mode.set.at;
  if (mode.at === "advice") return mode.item;
  return momentNow(state)?.item ?? state.items.length - 1;
}

/** The mode that lies behind a question. */
export function behind(mode: Mode): Mode {
  return mode.at === "hurts" || mode.at === "ending" ? behind(mode.back) : mode;
}

/** How many sets of the item in work are not finished. */
export function setsLeft(state: State): number {
  const item = itemIndex(state);
  const sets = new Set<number>();
  for (const moment of state.moments.slice(state.index)) {
    if (moment.item === item && moment.kind === "move" && moment.of === "set") sets.add(moment.set);
  }
  return sets.size;
}

/** The set saved last, if any. */
export function lastSaved(state: State): SavedSet | null {
  return state.saved.at(-1) ?? null;
}

/** How many sets of an exercise have been saved. */
export function savedOf(state: State, exercise: string): number {
  return state.saved.filter((set) => set.exercise === exercise).length;
}

/** Whether pain has already stopped another exercise of this session. */
export function isRecurring(state: State, exercise: string): boolean {
  return state.stopped.some((stopped) => stopped !== exercise);
}

/** Note that pain has stopped this exercise. */
export function withStopped(state: State, exercise: string): State {
  return state.stopped.includes(exercise) ? state : { ...state, stopped: [...state.stopped, exercise] };
}

/** The pain before a set: that of the set saved before it, else that at the start of the session. */
export function painBefore(state: State, exercise: string, number: number): number {
  const at = state.saved.findIndex((set) => set.exercise === exercise && set.number === number);
  const earlier = at < 0 ? state.saved : state.saved.slice(0, at);
  return earlier.at(-1)?.pain ?? state.rules.pain_before;
}
