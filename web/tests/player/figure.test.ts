/** The session's figure: where the clock is, there is the movement. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { posed } from "../../src/player/figure";
import type { Tempo } from "../../src/player/item";
import { begin } from "../../src/player/state";
import type { State } from "../../src/player/state";
import { step } from "../../src/player/step";
import { RULES, item } from "./examples";

const UP_FIRST: Tempo = { lower_s: 2, bottom_s: 1, lift_s: 3, top_s: 1, first: "lift", hold_at: "top", said: "lift" };
const DOWN_FIRST: Tempo = { lower_s: 3, bottom_s: 1, lift_s: 2, top_s: 1, first: "lower", hold_at: "top", said: "lift" };

function running(tempo: Tempo, hold_s: number, side: "both" | "alternating" | "left-right" = "both"): State {
  const one = item({ tempo, hold_s, side, reps: 2, sets: 1 });
  return step(step(begin([one], RULES), { do: "begin" }, 0)[0], { do: "start" }, 0)[0];
}

/** Let time pass in steps of a tenth of a second, as the page does. */
function later(state: State, seconds: number): State {
  let now = state;
  const from = state.now_ms ?? 0;
  for (let tenth = 1; tenth <= seconds * 10; tenth += 1) now = step(now, { do: "tick" }, from + tenth * 100)[0];
  return now;
}

describe("a repetition that goes up first", () => {
  const state = running(UP_FIRST, 4);

  test("is at rest, on its way, at the peak for pause and hold, and on its way back", () => {
    expect(posed(state, 0)?.share).toBe(0);
    expect(posed(later(state, 1.5), 0)?.share).toBeCloseTo(0.5, 6);
    for (const seconds of [3, 3.5, 4, 7.9]) expect(posed(later(state, seconds), 0)?.share).toBe(1);
    expect(posed(later(state, 9), 0)?.share).toBeCloseTo(0.5, 6);
    expect(posed(later(state, 10.5), 0)?.share).toBe(0);
  });

  test("moves between two ticks as it moves at them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 0, max: 99 }), (tenths, ms) => {
        expect(posed(later(state, tenths / 10), ms)?.share).toBeCloseTo((tenths * 100 + ms) / 3000, 6);
      }),
    );
  });

  test("says that it moves only while it does", () => {
    expect(posed(later(state, 1), 0)?.moves).toBe(true);
    expect(posed(later(state, 5), 0)?.moves).toBe(false);
  });

  test("stands where the clock was stopped", () => {
    const paused = step(later(state, 1.5), { do: "pause" }, 1500)[0];
    expect(posed(paused, 900)).toMatchObject({ moves: false, share: 0.5 });
  });
});

test("a repetition that goes down first holds at rest, and is at the peak below", () => {
  const state = running(DOWN_FIRST, 4);
  expect(posed(later(state, 1.5), 0)?.share).toBeCloseTo(0.5, 6);
  expect(posed(later(state, 3.5), 0)?.share).toBe(1);
  for (const seconds of [6.1, 7, 10]) expect(posed(later(state, seconds), 0)?.share).toBe(0);
});

test("sides that take turns are shown in turn", () => {
  const state = running(UP_FIRST, 0, "alternating");
  expect(posed(state, 0)?.side).toBe("left");
  expect(posed(later(state, 7.5), 0)?.side).toBe("right");
});

test("before a set the side that begins is shown, and in the change of sides the one that follows", () => {
  const ready = step(begin([item({ tempo: UP_FIRST, hold_s: 0, side: "left-right", reps: 1, sets: 1 })], RULES), { do: "begin" }, 0)[0];
  expect(posed(ready, 0)).toMatchObject({ share: 0, side: "left" });
  const change = later(step(ready, { do: "start" }, 0)[0], 7.5);
  expect(change.moments[change.index]?.kind).toBe("change");
  expect(posed(change, 0)).toMatchObject({ share: 0, side: "right" });
});

test("in the rest before another exercise, that one is shown at its start", () => {
  const items = [item({ exercise: "bird-dog", reps: 1, sets: 1, hold_s: 0, side: "both", tempo: UP_FIRST }), item({ exercise: "wall-squat", side: "both" })];
  const first = step(step(begin(items, RULES), { do: "begin" }, 0)[0], { do: "start" }, 0)[0];
  expect(posed(first, 0)?.exercise).toBe("bird-dog");
  const form = step(later(first, 2), { do: "done" }, 2000)[0];
  expect(posed(form, 0)?.exercise).toBe("bird-dog");
  const saved = step(form, { do: "save", answers: { works: { both: { reps: 1, hold_s: 0 }, left: null, right: null }, load_kg: null, rir: 3, pain: 0 } }, 2100)[0];
  expect(saved.moments[saved.index]?.kind).toBe("rest");
  expect(posed(saved, 0)).toMatchObject({ exercise: "wall-squat", share: 0 });
});
