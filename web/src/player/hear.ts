/** What the camera coach tells becomes what is counted and said. Pure. */
import type { Told } from "../camera/told";
import { goOn } from "./clock";
import type { Eye, Said } from "./eye";
import { NO_EYE, isSeenWell } from "./eye";
import type { Effect, Step } from "./input";
import { sidesOf } from "./item";
import type { Side } from "./item";
import type { Moment } from "./script";
import { finishSet } from "./set";
import type { DoneSet, State } from "./state";
import { momentNow } from "./state";
import { asked, holdOf, isCountedByEye, isSetOfEye, watchedItem } from "./watched";

/** The one cue that is worth telling before a set. */
const POSITION = "position";
const SAY: readonly Effect[] = [{ do: "say" }];

/** The camera is switched on, opened or gone. Where it goes in the middle of a set, the clock counts on from there. */
export function turnEye(state: State, is: Eye["is"]): Step<State> {
  const next = { ...state, eye: { ...NO_EYE, is, times: state.eye.times } };
  if (!isSetOfEye(state) || is === "on") return [next, []];
  const index = afterCounted(state);
  const isStopped = state.mode.at !== "running" && state.mode.at !== "leading";
  if (isStopped) return [{ ...next, index: index ?? state.index, spent_ms: 0, extra_ms: 0 }, []];
  return index === null ? finishSet(state) : goOn({ ...next, index, spent_ms: 0, extra_ms: 0 });
}

/** The first moment of the set now that is not counted yet. */
function afterCounted(state: State): number | null {
  const now = momentNow(state);
  if (now === null || now.kind === "rest") return null;
  const isOfSet = (moment: Moment): boolean => moment.item === now.item && moment.kind === "move" && moment.of === now.of && moment.set === now.set;
  const found = state.moments.findIndex((moment) => isOfSet(moment) && moment.kind === "move" && moment.rep > state.counted[moment.side]);
  return found < 0 ? null : found;
}

/** The picture is light enough, or not. */
export function lit(state: State, isLight: boolean): Step<State> {
  return [state.eye.isLight === isLight ? state : { ...state, eye: { ...state.eye, isLight } }, []];
}

/** Take what the engine says. */
export function hear(state: State, told: Told): Step<State> {
  if (state.mode.at === "log") return [told.kind === "refusal" || told.kind === "sight" ? explained(state, state.mode.set, told.code) : state, []];
  if (watchedItem(state) === null) return [state, []];
  switch (told.kind) {
    case "beat":
      return settle(state, told.in_place);
    case "refusal":
      return say({ ...state, eye: { ...unheld(state.eye), refusal: told.code, refused_ms: state.now_ms ?? 0, steady: 0, placed: 0 } }, { what: "refusal", code: told.code });
    case "sight": {
      const seen = { ...state, eye: { ...state.eye, refusal: null } };
      if (!isCountedByEye(state)) return [seen, []];
      if (isAllCounted(seen)) return finishSet(seen);
      return wasShort(state) ? [seen, []] : say(seen, { what: "sight" });
    }
    case "ready":
      return [{ ...state, eye: { ...state.eye, refusal: null, steady: 0, placed: 0 } }, []];
    default:
      if (isCountedByEye(state)) return count(state, told);
      return told.kind === "cue" && told.code === POSITION ? say(state, { what: "cue", code: told.code }) : [state, []];
  }
}

/** A set is over and nothing of it was counted: afterwards the engine may know why. */
function explained(state: State, set: DoneSet, code: string): State {
  const isNothing = (["both", "left", "right"] as const).every((side) => (set.works[side]?.reps ?? 0) === 0);
  return isNothing ? { ...state, mode: { at: "log", set: { ...set, why: code } } } : state;
}

/** A refusal shorter than this [ms], as of one repetition afterwards, is still being read: no word takes its place. */
const SHORT_MS = 1000;

function wasShort({ eye, now_ms }: State): boolean {
  return eye.refusal !== null && (now_ms ?? 0) - eye.refused_ms < SHORT_MS;
}

/** A hold that goes unseen has lasted as long as it was seen. */
function unheld(eye: Eye): Eye {
  const { peak, held_s, holds } = eye;
  const seen = peak === null || held_s === 0 ? holds : { ...holds, [peak]: [...holds[peak], held_s] };
  return { ...eye, peak: null, held_s: 0, holds: seen };
}

function settle(state: State, isInPlace: boolean): Step<State> {
  const { eye } = state;
  if (eye.refusal !== null) return [state, []];
  const before = isSeenWell(eye);
  const next = { ...state, eye: { ...eye, steady: eye.steady + 1, placed: isInPlace ? eye.placed + 1 : 0 } };
  const opens = !before && isSeenWell(next.eye) && momentNow(state)?.kind === "ready";
  return opens ? say(next, { what: "sight" }) : [next, []];
}

function count(state: State, told: Told): Step<State> {
  switch (told.kind) {
    case "peak":
      return atPeak(state, told.side ?? "both");
    case "hold": {
      const all = holdOf(state);
      const next = { ...state, eye: { ...state.eye, held_s: told.seconds } };
      if (all === 0 || told.seconds < all || state.eye.held_s >= all) return [next, []];
      const [said, effects] = say(next, { what: "enough" });
      return [said, [{ do: "tone", tone: "end" }, ...effects]];
    }
    case "repetition":
      return atRest(state, told.side ?? "both", told.full, told.hold_s);
    case "cue":
      return say(state, { what: "cue", code: told.code });
    case "praise":
      return say(state, { what: "praise" });
    default:
      return [state, []];
  }
}

/** Whether every side has done what is asked: the way back from the last peak may have gone unseen. */
function isAllCounted(state: State): boolean {
  const item = watchedItem(state);
  return item !== null && sidesOf(item.side).every((side) => state.counted[side] >= asked(state));
}

function isAtWork(state: State, side: Side): boolean {
  const item = watchedItem(state);
  return item !== null && sidesOf(item.side).includes(side);
}

function atPeak(state: State, side: Side): Step<State> {
  if (!isAtWork(state, side)) return [state, []];
  const n = state.counted[side] + 1;
  const eye = { ...state.eye, peak: side, held_s: 0, counted: state.eye.counted + 1 };
  return say({ ...state, counted: { ...state.counted, [side]: n }, eye }, { what: "count", n });
}

/** The side is known better at the end of a repetition than at its peak: there its count goes. */
function renamed(state: State, side: Side): State {
  const { eye, counted } = state;
  if (eye.peak === null || eye.peak === side) return state;
  return { ...state, counted: { ...counted, [eye.peak]: counted[eye.peak] - 1, [side]: counted[side] + 1 } };
}

/** Back at rest: the set is over once every side has done what is asked, and sides change where one has. */
function atRest(before: State, side: Side, full: boolean, hold_s: number): Step<State> {
  const { eye } = before;
  const item = watchedItem(before);
  if (!full || item === null || !isAtWork(before, side)) return [{ ...before, eye: { ...eye, peak: null, held_s: 0 } }, []];
  const state = renamed(before, side);
  const holds = { ...eye.holds, [side]: [...eye.holds[side], hold_s] };
  const next = { ...state, eye: { ...eye, holds, peak: null, held_s: 0 } };
  const all = asked(state);
  const left = sidesOf(item.side).filter((other) => state.counted[other] < all);
  if (left.length === 0) return finishSet(next);
  const [first] = left;
  if (item.side !== "left-right" || first === undefined || first === side || state.counted[side] !== all) return [next, []];
  const [said, effects] = say(next, { what: "change", side: first });
  return [said, [{ do: "tone", tone: "change" }, ...effects]];
}

function say(state: State, said: Said): Step<State> {
  return [{ ...state, eye: { ...state.eye, said, times: state.eye.times + 1 } }, SAY];
}
