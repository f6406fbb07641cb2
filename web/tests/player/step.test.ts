import { expect, test } from "vitest";
import { waysOn } from "../../src/player/hurt";
import type { Item } from "../../src/player/item";
import { secondsOf } from "../../src/player/script";
import { begin, lastSaved, leftMs, sessionLeftMs } from "../../src/player/state";
import { Play, RULES, WALL_SQUAT, item } from "./examples";

const EASIER = item({ exercise: "abdominal-contraction", name: "Stomach brace", side: "both", sets: 3 });
const ITEMS: readonly Item[] = [item({ easier: EASIER }), WALL_SQUAT];

function started(items: readonly Item[] = ITEMS): Play {
  return new Play(begin(items, RULES)).press({ do: "begin" });
}
function inFirstSet(items: readonly Item[] = ITEMS): Play {
  return started(items).press({ do: "start" });
}
const inForm = (play: Play): Play => play.until((state) => state.mode.at === "log");

test("nothing counts before the first tap", () => {
  const play = new Play(begin(ITEMS, RULES)).wait(10_000);
  expect(play.state.mode).toEqual({ at: "unlock" });
  expect(play.state.spent_ms).toBe(0);
});

test("the countdown sounds three, two, one, start", () => {
  const play = started().wait(5000);
  const tones = play.effects.flatMap((effect) => (effect.do === "tone" ? [effect.tone] : []));
  expect(tones).toEqual(["three", "two", "one", "start"]);
});

test("a whole session saved at once takes exactly what its timeline says", () => {
  const play = started();
  const saves = ITEMS.reduce((sum, one) => sum + one.sets, 0);
  for (let saved = 0; saved < saves; saved += 1) play.until((state) => state.mode.at === "log").save();
  expect(play.state.mode.at).toBe("finished");
  expect(play.now / 1000).toBe(secondsOf(begin(ITEMS, RULES).moments));
});

test("a set run to its end is offered with its target", () => {
  const play = inForm(inFirstSet());
  expect(play.state.mode).toMatchObject({ set: { number: 1, works: { both: null, left: { reps: 3, hold_s: 2 }, right: { reps: 3, hold_s: 2 } } } });
});

test("a set ended early is offered with what was counted", () => {
  const play = inFirstSet().wait(4100 + 3000 + 4100).press({ do: "done" });
  expect(play.state.mode).toMatchObject({ at: "log", set: { works: { left: { reps: 1 }, right: { reps: 1 } } } });
});

test("a single hold ended early is offered with the seconds it lasted", () => {
  const plank = item({ side: "both", sets: 1, reps: 1, hold_s: 30, tempo: { ...WALL_SQUAT.tempo, lower_s: 0 } });
  const play = inFirstSet([plank]).wait(20_500).press({ do: "done" });
  expect(play.state.mode).toMatchObject({ set: { works: { both: { reps: 1, hold_s: 20 } } } });
});

test("the rest runs on while the form is open, and the next set waits for it", () => {
  const play = inForm(inFirstSet());
  play.wait(30_000);
  expect(leftMs(play.state)).toBe(15_000);
  play.wait(60_000);
  expect(play.state.mode.at).toBe("log");
  expect(play.kind).toBe("move");
  expect(play.state.spent_ms).toBe(0);
  play.save();
  expect(play.state.mode).toEqual({ at: "leading", left_ms: 3000 });
});

test("a saved set is recorded once, with its target beside it", () => {
  const play = inForm(inFirstSet()).save({ rir: 2, pain: 1 });
  play.press({ do: "save", answers: { works: { both: null, left: null, right: null }, load_kg: null, rir: 0, pain: 0 } });
  expect(play.drafts).toEqual([
    {
      kind: "set-done", exercise: "bird-dog", number: 1, target_reps: 3, target_hold_s: 2, target_load_kg: null,
      both: null, left: { reps: 3, hold_s: 2 }, right: { reps: 3, hold_s: 2 }, load_kg: null, rir: 2, pain: 1, counted_by: "timer", corrects: false,
    },
  ]);
});

test("a correction takes the place of the set it corrects", () => {
  const play = inForm(inFirstSet()).save().press({ do: "change" }).save({ rir: 1 });
  expect(play.drafts).toHaveLength(2);
  expect(play.drafts[1]).toMatchObject({ kind: "set-done", number: 1, rir: 1, corrects: true });
  expect(play.state.saved).toHaveLength(1);
  expect(lastSaved(play.state)?.rir).toBe(1);
  expect(play.kind).toBe("rest");
});

test("a pause counts nothing, and work goes on after a short count", () => {
  const play = inFirstSet().wait(2500).press({ do: "pause" });
  const left = sessionLeftMs(play.state);
  play.wait(600_000, 1000).press({ do: "resume" });
  expect(sessionLeftMs(play.state)).toBe(left);
  play.wait(3000);
  expect(play.state.mode).toEqual({ at: "running" });
  expect(sessionLeftMs(play.state)).toBe(left);
});

test("a laptop that slept has paused, and has done no repetitions", () => {
  const play = inFirstSet().wait(2500);
  const left = sessionLeftMs(play.state);
  play.wait(3_600_000, 3_600_000);
  expect(play.state.mode).toEqual({ at: "paused", why: "away" });
  expect(sessionLeftMs(play.state)).toBe(left);
});

test("a repetition done again is not counted twice", () => {
  const play = inFirstSet().wait(4500);
  expect(play.state.counted.left).toBe(1);
  play.press({ do: "pause" }).press({ do: "redo" });
  expect(play.state.counted.left).toBe(0);
  inForm(play);
  expect(play.state.mode).toMatchObject({ set: { works: { left: { reps: 3 }, right: { reps: 3 } } } });
});

test("a skipped exercise is recorded and the next one is up", () => {
  const play = started().press({ do: "skip" });
  expect(play.drafts).toEqual([{ kind: "skipped", exercise: "bird-dog" }]);
  expect(play.state.moments[play.state.index]).toMatchObject({ kind: "ready", item: 1 });
});

test("skipping in the middle of a set asks about what was done of it first", () => {
  const play = inFirstSet().wait(4500).press({ do: "skip" });
  expect(play.state.mode.at).toBe("log");
  play.save();
  expect(play.drafts.map((draft) => draft.kind)).toEqual(["skipped", "set-done"]);
  expect(play.state.moments[play.state.index]).toMatchObject({ kind: "ready", item: 1 });
});

test("fifteen seconds more make the rest longer by fifteen seconds", () => {
  const play = inForm(inFirstSet()).save();
  const left = leftMs(play.state);
  expect(leftMs(play.press({ do: "more" }).state)).toBe(left + 15_000);
});

test("the usual pain offers the easier version, which takes the sets that were left", () => {
  const play = inForm(inFirstSet()).save().press({ do: "start" }).wait(5000).press({ do: "hurt" });
  const frozen = play.state.spent_ms;
  play.wait(60_000);
  expect(play.state.spent_ms).toBe(frozen);
  play.press({ do: "answer", feel: "usual", then: "easier" });
  expect(play.drafts.slice(1)).toEqual([
    { kind: "hurt", exercise: "bird-dog", feel: "usual", pain: null },
    { kind: "swapped", old: "bird-dog", new: "abdominal-contraction", swap: "easier" },
  ]);
  expect(play.state.items[0]).toMatchObject({ exercise: "abdominal-contraction", sets: 1 });
  expect(play.kind).toBe("ready");
});

test("an exercise that the session already holds is not offered in another's place", () => {
  const play = inFirstSet([item({ easier: WALL_SQUAT, equal: EASIER }), WALL_SQUAT]).press({ do: "hurt" });
  expect(waysOn(play.state, "usual")).toEqual(["equal", "end"]);
});

test("sharp pain ends the exercise; a second one ends the session", () => {
  const play = inFirstSet([...ITEMS, item({ exercise: "heel-raise" })]);
  play.press({ do: "hurt" }).press({ do: "answer", feel: "new-or-sharp", then: "easier" });
  expect(play.state.mode.at).toBe("hurts");
  play.press({ do: "answer", feel: "new-or-sharp", then: "next" });
  expect(play.state.moments[play.state.index]).toMatchObject({ kind: "ready", item: 1 });
  play.press({ do: "start" }).press({ do: "hurt" }).press({ do: "answer", feel: "new-or-sharp", then: "next" });
  expect(play.state.mode.at).toBe("hurts");
  play.press({ do: "answer", feel: "new-or-sharp", then: "end" });
  expect(play.state.mode).toEqual({ at: "finished", reason: "pain" });
});

test("leg pain ends the session", () => {
  const play = inFirstSet().press({ do: "hurt" }).press({ do: "answer", feel: "leg", then: "next" });
  expect(play.state.mode.at).toBe("hurts");
  play.press({ do: "answer", feel: "leg", then: "end" });
  expect(play.drafts.at(-1)).toEqual({ kind: "session-ended", reason: "pain" });
});

test("a hurt while the form is open still asks about the set that was done", () => {
  const play = inForm(inFirstSet()).press({ do: "hurt" }).press({ do: "answer", feel: "usual", then: "end" });
  expect(play.state.mode.at).toBe("log");
  play.save();
  expect(play.drafts.map((draft) => draft.kind)).toEqual(["hurt", "set-done", "session-ended"]);
  expect(play.state.mode).toEqual({ at: "finished", reason: "pain" });
});

test("strong pain in a set stops the exercise, and the sets left are skipped", () => {
  const play = inForm(inFirstSet()).save({ pain: 7 });
  expect(play.state.mode).toEqual({ at: "advice", advice: "stop-exercise", pain: 7, item: 0 });
  expect(play.drafts.at(-1)).toEqual({ kind: "skipped", exercise: "bird-dog" });
  play.press({ do: "next" });
  expect(play.state.moments[play.state.index]).toMatchObject({ kind: "ready", item: 1 });
});

test("ending asks first, and going back has lost nothing", () => {
  const play = inFirstSet().wait(2500).press({ do: "end" });
  expect(play.drafts).toEqual([]);
  play.press({ do: "back" });
  expect(play.state.mode).toEqual({ at: "paused", why: "pressed" });
  play.press({ do: "end" }).press({ do: "end-confirmed" });
  expect(play.drafts).toEqual([{ kind: "session-ended", reason: "stopped" }]);
});

test("the last save ends the session", () => {
  const play = inForm(inFirstSet([WALL_SQUAT])).save();
  expect(play.drafts.at(-1)).toEqual({ kind: "session-ended", reason: "done" });
  expect(play.state.mode).toEqual({ at: "finished", reason: "done" });
});
