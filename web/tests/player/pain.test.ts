import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Feel } from "../../src/player/input";
import { hurtAdvice, setAdvice } from "../../src/player/pain";
import { begin, painBefore } from "../../src/player/state";
import { RULES } from "./examples";

interface Contract {
  readonly sets: readonly (readonly [number, number, number, boolean, string])[];
  readonly hurts: readonly (readonly [Feel, boolean, string])[];
}
const CONTRACT = JSON.parse(readFileSync(new URL("../../../contract/pain_advice.json", import.meta.url), "utf8")) as Contract;

test("pain after a set leads to what the rules of the program say", () => {
  expect(CONTRACT.sets.length).toBeGreaterThan(100);
  for (const [pain, before, usual_pain, recurring, advice] of CONTRACT.sets) {
    const said = setAdvice(pain, before, { ...RULES, usual_pain }, recurring);
    expect(said, `${pain} after ${before}, usually ${usual_pain}`).toBe(advice);
  }
});

test("what hurts leads to what the rules of the program say", () => {
  expect(CONTRACT.hurts).toHaveLength(6);
  for (const [feel, recurring, advice] of CONTRACT.hurts) expect(hurtAdvice(feel, recurring)).toBe(advice);
});

test("the pain before a set is that of the set before it, and before the first that of the start", () => {
  const set = { exercise: "a", works: { both: null, left: null, right: null }, load_kg: null, rir: 3, counted_by: null };
  const state = { ...begin([], RULES), saved: [{ ...set, number: 1, pain: 4 }, { ...set, number: 2, pain: 5 }] };
  expect(painBefore(state, "a", 1)).toBe(RULES.pain_before);
  expect(painBefore(state, "a", 2)).toBe(4);
  expect(painBefore(state, "b", 1)).toBe(5);
});
