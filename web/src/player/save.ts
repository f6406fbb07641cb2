/** Saving a set: one event, and what its pain means for what comes. */
import { goOn } from "./clock";
import type { Answers, Effect, SetDraft, Step } from "./input";
import { leaveItem } from "./leave";
import { setAdvice } from "./pain";
import { withSaved } from "./set";
import type { DoneSet, SavedSet, State } from "./state";
import { isRecurring, momentNow, painBefore, withStopped } from "./state";

/** Save the set that the open form is about. */
export function save(state: State, answers: Answers): Step<State> {
  if (state.mode.at !== "log" && state.mode.at !== "correct") return [state, []];
  const { set, at } = state.mode;
  const record: Effect = { do: "record", draft: draftOf(set, answers, at === "correct") };
  const saved: SavedSet = { exercise: set.item.exercise, number: set.number, ...answers, counted_by: counter(set, answers) };
  const [next, caused] = advised({ ...state, saved: withSaved(state.saved, saved) }, set, answers.pain);
  return [next, [record, ...caused]];
}

/** Who counted: whoever did, unless the person put it right. */
function counter({ works, counted_by }: DoneSet, answers: Answers): DoneSet["counted_by"] {
  const isSame = (["both", "left", "right"] as const).every((side) => {
    const [was, now] = [works[side], answers.works[side]];
    return was?.reps === now?.reps && (was?.reps === 0 || was?.hold_s === now?.hold_s);
  });
  return isSame ? counted_by : "person";
}

function draftOf(set: DoneSet, answers: Answers, corrects: boolean): SetDraft {
  return {
    kind: "set-done",
    exercise: set.item.exercise,
    number: set.number,
    target_reps: set.item.reps,
    target_hold_s: set.item.hold_s,
    target_load_kg: set.item.load_kg,
    ...answers.works,
    load_kg: answers.load_kg,
    rir: answers.rir,
    pain: answers.pain,
    counted_by: counter(set, answers),
    corrects,
  };
}

function advised(state: State, set: DoneSet, pain: number): Step<State> {
  const exercise = set.item.exercise;
  const before = painBefore(state, exercise, set.number);
  const advice = setAdvice(pain, before, state.rules, isRecurring(state, exercise));
  if (advice === "go-on" || advice === "no-increase") return closeForm(state);
  const [left, caused] = leaveItem(withStopped(state, exercise), set.at);
  return [{ ...left, mode: { at: "advice", advice, pain, item: set.at } }, [...caused, { do: "say" }]];
}

/** Close the form: go on where the rest stands, or end the session when nothing is left. */
export function closeForm(state: State): Step<State> {
  if (momentNow(state) === null) return finish(state);
  return goOn(state);
}

/** End the session for the reason the state holds. */
export function finish(state: State): Step<State> {
  const { reason } = state;
  return [
    { ...state, index: state.moments.length, spent_ms: 0, extra_ms: 0, mode: { at: "finished", reason } },
    [{ do: "record", draft: { kind: "session-ended", reason } }, { do: "say" }],
  ];
}
