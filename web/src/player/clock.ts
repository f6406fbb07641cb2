/** Time passing: from one step to the next, through as many moments as it reaches. */
import { anew } from "./eye";
import type { Effect, Step, Tone } from "./input";
import { afterSet } from "./script";
import { finishSet } from "./set";
import type { State } from "./state";
import { NOTHING_COUNTED, leftMs, momentNow } from "./state";
import { waitsForEye } from "./watched";

/** The short count back into a set, after a pause or a late save [ms]. */
export const LEAD_MS = 3000;

const SAY: Effect = { do: "say" };
const START: Effect = { do: "tone", tone: "start" };
const TICKS: readonly (readonly [number, Tone])[] = [
  [3000, "three"],
  [2000, "two"],
  [1000, "one"],
];

/** Whether time counts now. */
export function isCounting(state: State): boolean {
  const moment = momentNow(state);
  if (state.mode.at === "leading") return true;
  if (moment === null) return false;
  if (state.mode.at === "running") return !waitsForEye(state);
  return isForm(state) && moment.kind === "rest";
}

function isForm(state: State): boolean {
  return state.mode.at === "log" || state.mode.at === "correct";
}

/**
 * Let the time up to `now_ms` pass.
 *
 * A gap longer than the state allows (a laptop asleep, a page frozen) counts nothing, and pauses what was running.
 */
export function passTo(state: State, now_ms: number): Step<State> {
  const gap = state.now_ms === null ? 0 : now_ms - state.now_ms;
  const now = { ...state, now_ms };
  if (gap <= 0 || !isCounting(state)) return [now, []];
  if (gap <= state.gap_ms) return pass(now, gap);
  return isForm(state) ? [now, []] : [{ ...now, mode: { at: "paused", why: "away" } }, [SAY]];
}

function pass(start: State, ms: number): Step<State> {
  const effects: Effect[] = [];
  let state = start;
  let left = ms;
  while (left > 0 && isCounting(state)) {
    const [next, caused, used] = state.mode.at === "leading" ? lead(state, state.mode.left_ms, left) : spend(state, left);
    effects.push(...caused);
    state = next;
    left -= used;
  }
  return [state, effects];
}

function lead(state: State, had: number, ms: number): readonly [State, readonly Effect[], number] {
  const used = Math.min(had, ms);
  const left_ms = had - used;
  const ticks = ticksBetween(had, left_ms);
  if (left_ms > 0) return [{ ...state, mode: { at: "leading", left_ms } }, ticks, used];
  return [{ ...state, mode: { at: "running" } }, [...ticks, START, SAY], used];
}

function spend(state: State, ms: number): readonly [State, readonly Effect[], number] {
  const had = leftMs(state);
  const used = Math.min(had, ms);
  const ticks = hasTicks(state) ? ticksBetween(had, had - used) : [];
  const spent = { ...state, spent_ms: state.spent_ms + used };
  if (used < had) return [spent, ticks, used];
  const [next, caused] = leave(spent);
  return [next, [...ticks, ...caused], used];
}

function hasTicks(state: State): boolean {
  const moment = momentNow(state);
  return !isForm(state) && moment !== null && (moment.kind !== "move" || moment.phase === "hold");
}

function ticksBetween(had: number, left: number): readonly Effect[] {
  return TICKS.filter(([at]) => had > at && left <= at).map(([, tone]) => ({ do: "tone", tone }));
}

/** Leave the moment now because its time is over. */
function leave(state: State): Step<State> {
  const moment = momentNow(state);
  if (moment?.kind !== "move") return go(state, state.index + 1);
  const counted = moment.counts ? { ...state.counted, [moment.side]: state.counted[moment.side] + 1 } : state.counted;
  const after = { ...state, counted };
  const end: readonly Effect[] = moment.phase === "hold" ? [{ do: "tone", tone: "end" }] : [];
  const isOver = afterSet(state.moments, state.index) === state.index + 1;
  const [next, caused] = isOver ? finishSet(after) : go(after, state.index + 1);
  return [next, [...end, ...caused]];
}

/** Go to a moment, from its beginning. */
export function go(state: State, index: number): Step<State> {
  const moved = { ...state, index, spent_ms: 0, extra_ms: 0 };
  const kind = momentNow(state)?.kind;
  const next = kind === "ready" || kind === "rest" ? { ...moved, counted: NOTHING_COUNTED, eye: anew(state.eye) } : moved;
  return [next, entering(next)];
}

/** Go to a moment by way of the short count, when it would begin with work at once. */
export function goGently(state: State, index: number): Step<State> {
  const next: State = { ...state, index, spent_ms: 0, extra_ms: 0 };
  return goOn(next);
}

/** Go on where the state stands: into work by way of the short count, into anything else at once. */
export function goOn(state: State): Step<State> {
  const kind = momentNow(state)?.kind;
  const working = kind === "move" || kind === "change";
  return [{ ...state, mode: working ? { at: "leading", left_ms: LEAD_MS } : { at: "running" } }, [SAY]];
}

function entering(state: State): readonly Effect[] {
  const tone = isForm(state) ? null : toneOf(state);
  return tone === null ? [SAY] : [{ do: "tone", tone }, SAY];
}

function toneOf(state: State): Tone | null {
  const moment = momentNow(state);
  if (moment?.kind === "change") return "change";
  if (moment?.kind !== "move") return null;
  const before = state.moments[state.index - 1];
  return moment.phase === "hold" || before?.kind !== "move" ? "start" : null;
}
