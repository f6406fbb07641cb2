import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inUnit, number } from "../../src/player/format";
import type { Item } from "../../src/player/item";
import { begin } from "../../src/player/state";
import type { DoneSet } from "../../src/player/state";
import type { Field } from "../../src/view/ui";
import { MOST, readAnswers } from "../../src/view/answers";
import { Play, RULES, item } from "../player/examples";

function doneSet(of: Item): DoneSet {
  const play = new Play(begin([of], RULES)).press({ do: "begin" }).press({ do: "start" }).until((state) => state.mode.at === "log");
  if (play.state.mode.at !== "log") throw new Error("no form");
  return play.state.mode.set;
}
const read = (form: Partial<Record<Field, string>>) => (field: Field): string | null => form[field] ?? null;
const WHOLE = { "left-reps": "10", "right-reps": "9", "left-hold": "2", rir: "4", pain: "0" };

test("a whole form is a set's answers, one hold standing for both sides", () => {
  expect(readAnswers(doneSet(item()), read(WHOLE), "kg")).toEqual({
    ok: true,
    answers: { works: { both: null, left: { reps: 10, hold_s: 2 }, right: { reps: 9, hold_s: 2 } }, load_kg: null, rir: 4, pain: 0 },
  });
});

test("effort and pain must be chosen, and are named when they are not", () => {
  const { rir: _, pain: __, ...rest } = WHOLE;
  expect(readAnswers(doneSet(item()), read(rest), "kg")).toEqual({ ok: false, missing: ["rir", "pain"] });
});

test.for(["", "ten", "-1", "1.5", "100000"])("repetitions of %j are asked for again", (reps) => {
  expect(readAnswers(doneSet(item()), read({ ...WHOLE, "left-reps": reps }), "kg")).toEqual({ ok: false, missing: ["left-reps"] });
});

test("a load is read in the person's unit, with a point or a comma, and may be left open", () => {
  const loaded = doneSet(item({ side: "both", comfortable: true, hold_s: 0 }));
  const form = { "both-reps": "8", rir: "2", pain: "1" };
  const load = (text: string, unit: "kg" | "lb"): unknown => {
    const reading = readAnswers(loaded, read({ ...form, load: text }), unit);
    return reading.ok ? reading.answers.load_kg : reading.missing;
  };
  expect(load("72,5", "kg")).toBe(72.5);
  expect(load("45", "lb")).toBe(20.412);
  expect(load(" ", "kg")).toBeNull();
  expect(load("heavy", "kg")).toEqual(["load"]);
});

test("a load left as it was shown is kept to the gram", () => {
  const form = { "both-reps": "8", rir: "2", pain: "1" };
  const kept = (load_kg: number, shown: string, unit: "kg" | "lb"): unknown => {
    const reading = readAnswers(doneSet(item({ side: "both", load_kg, hold_s: 0 })), read({ ...form, load: shown }), unit);
    return reading.ok ? reading.answers.load_kg : reading.missing;
  };
  expect(kept(1.25, number(inUnit(1.25, "kg"), "en"), "kg")).toBe(1.25);
  expect(inUnit(1.25, "kg")).toBe(1.25);
  expect(kept(70, "154.3", "lb")).toBe(70);
  expect(kept(70, "155", "lb")).toBe(70.307);
});

const LIMITS = JSON.parse(readFileSync(new URL("../../../contract/limits.json", import.meta.url), "utf8")) as unknown;

test("the form takes as much as the journal does", () => {
  expect(LIMITS).toEqual(MOST);
});

test.for([
  ["200", "500", "kg", true],
  ["201", "500", "kg", false],
  ["200", "500.5", "kg", false],
  ["200", "1102", "lb", true],
  ["200", "1103", "lb", false],
] as const)("%s repetitions with %s %s: %j", ([reps, load, unit, isTaken]) => {
  const loaded = doneSet(item({ side: "both", comfortable: true, hold_s: 0 }));
  expect(readAnswers(loaded, read({ "both-reps": reps, load, rir: "2", pain: "1" }), unit).ok).toBe(isTaken);
});

test("a hold cut short on one side is not told of the other", () => {
  const short = { ...doneSet(item()), works: { both: null, left: { reps: 0, hold_s: 2 }, right: { reps: 1, hold_s: 1 } } };
  const form = { "left-reps": "0", "right-reps": "1", "right-hold": "1", rir: "4", pain: "0" };
  expect(readAnswers(short, read(form), "kg")).toMatchObject({ ok: true, answers: { works: { right: { reps: 1, hold_s: 1 } } } });
});
