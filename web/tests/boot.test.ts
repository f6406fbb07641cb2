import { expect, test } from "vitest";
import { parseBoot } from "../src/boot";
import { waitingOf } from "../src/mount/start";
import { RULES, item } from "./player/examples";

const { sides: _, easier: __, equal: ___, ...plain } = item();
const BOOT = {
  session: "s", day: "2026-01-14", language: "en", csrf: "c", events_url: "/e", done_url: "/d", today_url: "/", signs_url: "/s",
  units: { mass: "kg" }, voice: true, speed_allowed: false, rules: RULES, items: [{ ...plain, easier: plain, equal: null }], done: [], strings: { pause: "Pause" },
};
const SKIPPED = { kind: "skipped", id: "1", at: "2026-01-14T10:00:00Z", on: "2026-01-14", supersedes: null, session: "s", exercise: "bird-dog" };

test("the page's data is read, and a stand-in that has none of its own has none", () => {
  const read = parseBoot(JSON.stringify({ ...BOOT, done: [SKIPPED, { kind: "day-chosen", id: "2", choice: "rest" }] }));
  expect(read).toMatchObject({ ok: true, value: { speed_allowed: false, rules: RULES, items: [{ sides: null, easier: { easier: null } }] } });
  expect(read.ok && read.value.done.map((event) => event.kind)).toEqual(["skipped"]);
});

test("every fault is named with its place", () => {
  const broken = { ...BOOT, csrf: 1, items: [{ ...plain, reps: -1, tempo: { ...plain.tempo, first: "jump" } }] };
  const read = parseBoot(JSON.stringify(broken));
  expect(read).toEqual({
    ok: false,
    faults: [
      "boot.csrf should be text",
      "boot.items[0].reps should be a whole number, 0 or more",
      "boot.items[0].tempo.first should be one of lift, lower",
    ],
  });
  const { usual_margin: ____, ...rest } = RULES;
  expect(parseBoot(JSON.stringify({ ...BOOT, rules: rest }))).toEqual({ ok: false, faults: ["boot.rules.usual_margin should be a number"] });
  expect(parseBoot("<html>").ok).toBe(false);
  expect(parseBoot("[]").ok).toBe(false);
});

test("events that wait on this device belong to the session they were made in", () => {
  const entry = (id: string, change: object, fault: string | null = null) => ({ id, event: { ...SKIPPED, id, ...change }, fault });
  const swapped = { kind: "swapped", old: "a", new: "b", swap: "easier", session: undefined };
  const entries = [
    entry("1", {}), entry("2", { session: "other" }), entry("3", {}, "refused"), entry("4", swapped),
    entry("5", { ...swapped, on: "2026-01-13" }), entry("6", { exercise: 7 }), entry("known", {}),
  ];
  const done = [{ kind: "skipped" as const, id: "known", supersedes: null, exercise: "x" }];
  expect(waitingOf({ session: "s", day: "2026-01-14", done }, entries).map((event) => event.id)).toEqual(["1", "4"]);
});
