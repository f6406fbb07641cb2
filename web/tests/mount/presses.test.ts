import { expect, test } from "vitest";
import { actionOfKey, isPageAction } from "../../src/mount/presses";
import type { State } from "../../src/player/state";

const AT_WORK = { mode: { at: "work" } } as unknown as State;
const PAUSED = { mode: { at: "paused" } } as unknown as State;

test("letters do what the help says", () => {
  expect(["p", "S", "h", "?", "x"].map((key) => actionOfKey(key, AT_WORK, true))).toEqual(["pause", "skip", "hurt", "help", null]);
  expect(actionOfKey("p", PAUSED, true)).toBe("resume");
});

test("where they are switched off, no letter does anything", () => {
  expect(["p", "s", "h", "?"].map((key) => actionOfKey(key, AT_WORK, false))).toEqual([null, null, null, null]);
  expect(isPageAction("keys")).toBe(true);
});
