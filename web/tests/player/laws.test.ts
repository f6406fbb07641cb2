import fc from "fast-check";
import { expect, test } from "vitest";
import type { Draft, Input } from "../../src/player/input";
import type { Item } from "../../src/player/item";
import { resume } from "../../src/player/resume";
import { secondsOf } from "../../src/player/script";
import type { State } from "../../src/player/state";
import { begin, momentNow } from "../../src/player/state";
import { Play, RULES, item } from "./examples";
import { storedFrom } from "./stored";

const RUNS = { numRuns: 60 };

const tempos = fc.record({
  lower_s: fc.integer({ min: 1, max: 4 }),
  bottom_s: fc.integer({ min: 0, max: 2 }),
  lift_s: fc.integer({ min: 1, max: 3 }),
  top_s: fc.constantFrom(0, 0.5, 1),
  first: fc.constantFrom("lift" as const, "lower" as const),
  hold_at: fc.constantFrom("top" as const, "bottom" as const),
  said: fc.constantFrom("lift" as const, "tighten" as const, "go" as const),
});
const doses = fc.record({
  sets: fc.integer({ min: 1, max: 3 }),
  reps: fc.integer({ min: 1, max: 3 }),
  hold_s: fc.constantFrom(0, 0, 2, 10),
  side: fc.constantFrom("both" as const, "left-right" as const, "alternating" as const),
  rest_s: fc.integer({ min: 10, max: 40 }),
  tempo: tempos,
  warm_up: fc.constantFrom([], [], [{ reps: 2, load_kg: 20 }]),
});
const sessions: fc.Arbitrary<readonly Item[]> = fc
  .array(fc.tuple(doses, fc.boolean()), { minLength: 1, maxLength: 3 })
  .map((all) => all.map(([dose, eased], at) => item({ ...dose, exercise: `e${at}`, easier: eased ? easierThan(at) : null })));

function easierThan(at: number): Item {
  return item({ exercise: `easier-${at}`, sets: 2, reps: 2, side: "both" });
}

const waits = fc.integer({ min: 1, max: 2500 });
const presses: fc.Arbitrary<Input | "save" | number> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 30_000 }) },
  { weight: 4, arbitrary: fc.constant("save" as const) },
  { weight: 1, arbitrary: fc.constantFrom<Input>({ do: "done" }, { do: "start" }, { do: "pause" }, { do: "resume" }) },
  { weight: 1, arbitrary: fc.constantFrom<Input>({ do: "redo" }, { do: "skip" }, { do: "more" }, { do: "change" }) },
  { weight: 1, arbitrary: fc.constantFrom<Input>({ do: "hurt" }, { do: "back" }, { do: "next" }, { do: "end" }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("usual" as const, "new-or-sharp" as const, "leg" as const), fc.constantFrom("easier" as const, "equal" as const, "next" as const, "end" as const))
      .map(([feel, then]): Input => ({ do: "answer", feel, then })),
  },
);

function playAll(play: Play, inputs: readonly (Input | "save" | number)[], check: (state: State) => void): void {
  for (const input of inputs) {
    if (typeof input === "number") play.wait(input, 700);
    else if (input !== "save") play.press(input);
    else if (play.state.mode.at === "log" || play.state.mode.at === "correct") play.save();
    check(play.state);
  }
}

/** Press what is due until the session is over. */
function toTheEnd(play: Play): void {
  play.press({ do: "begin" });
  for (let guard = 0; play.state.mode.at !== "finished"; guard += 1) {
    if (guard > 5000) throw new Error(`stuck in ${play.state.mode.at}`);
    const { at } = play.state.mode;
    if (at === "log" || at === "correct") play.save();
    else if (at === "paused") play.press({ do: "resume" });
    else if (at === "hurts" || at === "ending") play.press({ do: "back" });
    else if (at === "advice") play.press({ do: "next" }).press({ do: "end" });
    else play.wait(1000, 1000);
  }
}

function isWhole(state: State): void {
  const moment = momentNow(state);
  expect(state.index).toBeGreaterThanOrEqual(0);
  expect(state.index).toBeLessThanOrEqual(state.moments.length);
  if (moment !== null) expect(state.spent_ms).toBeLessThanOrEqual(moment.ms + state.extra_ms);
  for (const reps of Object.values(state.counted)) expect(reps).toBeGreaterThanOrEqual(0);
  if (state.mode.at === "running") expect(moment).not.toBeNull();
  if (state.mode.at === "leading") expect(["move", "change"]).toContain(moment?.kind);
  if (state.mode.at === "finished") expect(moment).toBeNull();
}

/** Sets by exercise, as first recorded: each number once, in order from 1. */
function numbersOf(drafts: readonly Draft[]): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const draft of drafts) {
    if (draft.kind === "set-done" && !draft.corrects) numbers.set(draft.exercise, [...(numbers.get(draft.exercise) ?? []), draft.number]);
  }
  return numbers;
}
function expectOnce(drafts: readonly Draft[]): void {
  for (const numbers of numbersOf(drafts).values()) expect(numbers).toEqual(numbers.map((_, index) => index + 1));
}

test("pauses anywhere and ticks of any length leave the counted time as it was planned", () => {
  fc.assert(
    fc.property(sessions, fc.array(fc.tuple(waits, fc.boolean()), { minLength: 1, maxLength: 40 }), (items, cuts) => {
      const play = new Play(begin(items, RULES)).press({ do: "begin" });
      const planned = secondsOf(play.state.moments) * 1000;
      let active = 0;
      let last = 0;
      for (let cut = 0; play.state.mode.at !== "finished"; cut += 1) {
        const [ms, pauses] = cuts[cut % cuts.length] ?? [500, false];
        if (play.state.mode.at === "log") {
          play.save();
          continue;
        }
        if (pauses) {
          play.press({ do: "pause" }).wait(9000, 900).press({ do: "resume" });
          if (play.state.mode.at === "leading") play.wait(3000, 1000);
        }
        play.wait(ms, ms);
        active += ms;
        last = ms;
      }
      expect(active).toBeGreaterThanOrEqual(planned);
      expect(active).toBeLessThan(planned + last);
    }),
    RUNS,
  );
});

test("no sequence of presses reaches a state that makes no sense, or logs a set twice", () => {
  fc.assert(
    fc.property(sessions, fc.array(presses, { maxLength: 60 }), (items, inputs) => {
      const play = new Play(begin(items, RULES)).press({ do: "begin" });
      playAll(play, inputs, isWhole);
      toTheEnd(play);
      isWhole(play.state);
      expectOnce(play.drafts);
      expect(play.drafts.filter((draft) => draft.kind === "session-ended")).toHaveLength(1);
      expect(play.drafts.at(-1)?.kind).toBe("session-ended");
    }),
    RUNS,
  );
});

test("a page opened again goes on at the first set that is not done, and nothing is done twice", () => {
  fc.assert(
    fc.property(sessions, fc.array(presses, { maxLength: 40 }), (items, inputs) => {
      const play = new Play(begin(items, RULES)).press({ do: "begin" });
      playAll(play, inputs, () => undefined);
      const again = new Play(resume(items, RULES, storedFrom(play.drafts)));
      expect(again.state.saved).toEqual(play.state.saved);
      expect(new Set(again.state.stopped)).toEqual(new Set(play.state.stopped));
      toTheEnd(again);
      expectOnce([...play.drafts, ...again.drafts]);
      const ends = [...play.drafts, ...again.drafts].filter((draft) => draft.kind === "session-ended");
      expect(ends).toHaveLength(1);
    }),
    RUNS,
  );
});

test("a session left alone after every save does every set of every item", () => {
  fc.assert(
    fc.property(sessions, (items) => {
      const play = new Play(begin(items, RULES));
      toTheEnd(play);
      expect([...numbersOf(play.drafts)].map(([exercise, numbers]) => [exercise, numbers.length])).toEqual(
        items.map((one) => [one.exercise, one.sets]),
      );
    }),
    RUNS,
  );
});
