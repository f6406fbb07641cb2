import { expect, test } from "vitest";
import { resume } from "../../src/player/resume";
import { RULES, WALL_SQUAT, item } from "./examples";
import { storedFrom } from "./stored";

const ITEMS = [item({ easier: item({ exercise: "abdominal-contraction", sets: 3 }) }), WALL_SQUAT];
const SET = {
  kind: "set-done" as const, exercise: "bird-dog", number: 1, target_reps: 3, target_hold_s: 2, target_load_kg: null,
  both: null, left: { reps: 3, hold_s: 2 }, right: { reps: 3, hold_s: 2 }, load_kg: null, rir: 3, pain: 0, counted_by: "timer" as const, corrects: false,
};

test("a session without events begins at its beginning", () => {
  expect(resume(ITEMS, RULES, []).moments[0]).toMatchObject({ kind: "ready", item: 0, set: 1 });
});

test("a set that is stored is not asked for again", () => {
  const state = resume(ITEMS, RULES, storedFrom([SET]));
  expect(state.mode).toEqual({ at: "unlock" });
  expect(state.moments[0]).toMatchObject({ kind: "ready", item: 0, set: 2 });
});

test("a correction that is stored stands in the place of its set", () => {
  const state = resume(ITEMS, RULES, storedFrom([SET, { ...SET, rir: 0, corrects: true }]));
  expect(state.saved.map((set) => set.rir)).toEqual([0]);
});

test("a skipped exercise is over, and a swapped one has the sets that were left", () => {
  const skipped = resume(ITEMS, RULES, storedFrom([{ kind: "skipped", exercise: "bird-dog" }]));
  expect(skipped.moments[0]).toMatchObject({ kind: "ready", item: 1 });
  const hurt = { kind: "hurt" as const, exercise: "bird-dog", feel: "usual" as const, pain: null };
  const swap = { kind: "swapped" as const, old: "bird-dog", new: "abdominal-contraction", swap: "easier" as const };
  const swapped = resume(ITEMS, RULES, storedFrom([SET, hurt, swap]));
  expect(swapped.items[0]).toMatchObject({ exercise: "abdominal-contraction", sets: 1 });
  expect(swapped.stopped).toEqual(["bird-dog"]);
});

test("a session that has ended is finished", () => {
  expect(resume(ITEMS, RULES, storedFrom([{ kind: "session-ended", reason: "stopped" }])).mode).toEqual({ at: "finished", reason: "stopped" });
});

test("a session whose sets are all stored only has to be ended", () => {
  const state = resume([item({ sets: 1 })], RULES, storedFrom([SET]));
  expect(state.moments).toEqual([]);
});
