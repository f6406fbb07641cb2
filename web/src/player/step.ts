/**
 * One step of a session: `step(state, input, now_ms)` gives the next state and what the world is asked to do.
 *
 * Pure: time comes in, and a press that does not fit the state changes nothing.
 */
import { go, goGently, goOn, passTo } from "./clock";
import { answer } from "./hurt";
import { hear, lit, turnEye } from "./hear";
import type { Effect, Input, Step } from "./input";
import { canSkip, leaveItem } from "./leave";
import { closeForm, finish, save } from "./save";
import { repetitionStart } from "./script";
import { finishSet, setToCorrect } from "./set";
import type { Mode, State } from "./state";
import { lastSaved, momentNow } from "./state";

const MORE_MS = 15_000;
const SAY: readonly Effect[] = [{ do: "say" }];

export function step(state: State, input: Input, now_ms: number): Step<State> {
  const [later, passed] = passTo(state, now_ms);
  const [next, caused] = react(later, input);
  return [next, [...passed, ...caused]];
}

function react(state: State, input: Input): Step<State> {
  switch (input.do) {
    case "tick":
      return [state, []];
    case "begin":
      return state.mode.at === "unlock" ? closeForm(state) : [state, []];
    case "done":
      return done(state);
    case "start":
      return start(state);
    case "pause":
      return isLive(state.mode) ? [{ ...state, mode: { at: "paused", why: "pressed" } }, SAY] : [state, []];
    case "resume":
      return state.mode.at === "paused" ? goOn(state) : [state, []];
    case "redo":
      return redo(state);
    case "skip":
      return skip(state);
    case "more":
      return more(state);
    case "hurt":
      return ask(state, "hurts");
    case "back":
      return back(state);
    case "answer":
      return answer(state, input.feel, input.then);
    case "save":
      return save(state, input.answers);
    case "change":
      return change(state);
    case "next":
      return state.mode.at === "advice" && state.mode.advice === "stop-exercise" ? closeForm(state) : [state, []];
    case "end":
      return state.mode.at === "advice" ? finish({ ...state, reason: "pain" }) : ask(state, "ending");
    case "eye":
      return turnEye(state, input.is);
    case "light":
      return lit(state, input.isLight);
    case "told":
      return hear(state, input.told);
    case "end-confirmed":
      return state.mode.at === "ending" ? finish({ ...state, reason: endReason(state) }) : [state, []];
  }
}

/** Running, or about to. */
function isLive(mode: Mode): boolean {
  return mode.at === "running" || mode.at === "leading";
}

function done(state: State): Step<State> {
  return isLive(state.mode) ? finishSet(state) : [state, []];
}

function start(state: State): Step<State> {
  if (state.mode.at === "leading") {
    return [{ ...state, mode: { at: "running" } }, SAY];
  }
  if (state.mode.at !== "running") return [state, []];
  const kind = momentNow(state)?.kind;
  if (kind === "ready") return go(state, state.index + 1);
  return kind === "rest" ? goGently(state, state.index + 1) : [state, []];
}

function redo(state: State): Step<State> {
  const moment = momentNow(state);
  if (state.mode.at !== "paused" || moment?.kind !== "move") return [state, []];
  const index = repetitionStart(state.moments, state.index);
  const wasCounted = state.moments.slice(index, state.index).some((before) => before.kind === "move" && before.counts);
  const reps = state.counted[moment.side] - (wasCounted ? 1 : 0);
  const counted = { ...state.counted, [moment.side]: reps };
  return goOn({ ...state, index, counted, spent_ms: 0, extra_ms: 0 });
}

function skip(state: State): Step<State> {
  const moment = momentNow(state);
  if (moment === null || !(isLive(state.mode) || state.mode.at === "paused") || !canSkip(state)) return [state, []];
  const [form, over] = anyCounted(state) ? finishSet(state) : [state, []];
  const [left, caused] = leaveItem(form, moment.item);
  if (left.mode.at === "log") return [left, [...over, ...caused]];
  const [next, more_] = closeForm({ ...left, mode: { at: "running" } });
  return [next, [...caused, ...more_]];
}

function anyCounted(state: State): boolean {
  return state.counted.both + state.counted.left + state.counted.right > 0;
}

function more(state: State): Step<State> {
  const resting = momentNow(state)?.kind === "rest" && state.mode.at === "running";
  return resting ? [{ ...state, extra_ms: state.extra_ms + MORE_MS }, []] : [state, []];
}

function ask(state: State, at: "hurts" | "ending"): Step<State> {
  const { mode } = state;
  if (mode.at === "correct") return [{ ...state, mode: { at, back: { at: "running" } } }, SAY];
  const askable = isLive(mode) || mode.at === "paused" || mode.at === "log" || (at === "ending" && mode.at === "hurts");
  return askable ? [{ ...state, mode: { at, back: mode } }, SAY] : [state, []];
}

function back(state: State): Step<State> {
  if (state.mode.at === "correct") return closeForm(state);
  if (state.mode.at !== "hurts" && state.mode.at !== "ending") return [state, []];
  const before = state.mode.back;
  return [{ ...state, mode: isLive(before) ? { at: "paused", why: "pressed" } : before }, SAY];
}

function change(state: State): Step<State> {
  const last = lastSaved(state);
  if (last === null || state.mode.at !== "running" || momentNow(state)?.kind !== "rest") return [state, []];
  const set = setToCorrect(state, last);
  return set === null ? [state, []] : [{ ...state, mode: { at: "correct", set } }, SAY];
}

function endReason(state: State): State["reason"] {
  return state.stopped.length > 0 ? "pain" : "stopped";
}
