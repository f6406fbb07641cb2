import { webcrypto } from "node:crypto";
import { expect, test } from "vitest";
import type { Draft, SetDraft } from "../../src/player/input";
import { newId } from "../../src/queue/ids";
import { recorderOf } from "../../src/queue/recorder";

const SET: SetDraft = {
  kind: "set-done", exercise: "bird-dog", number: 1, target_reps: 3, target_hold_s: 2, target_load_kg: null,
  both: null, left: { reps: 3, hold_s: 2 }, right: { reps: 2, hold_s: 2 }, load_kg: null, rir: 3, pain: 0, counted_by: "timer" as const, corrects: false,
};
const stamped = (): ((draft: Draft) => Record<string, unknown>) => {
  let n = 0;
  return recorderOf("session-1", "2026-01-14", [], { newId: () => `id-${++n}`, now: () => "2026-01-14T10:00:00.000Z" });
};

test("a set becomes an event of the archive's shape", () => {
  const { corrects: _, ...fields } = SET;
  expect(stamped()(SET)).toEqual({
    id: "id-1", at: "2026-01-14T10:00:00.000Z", on: "2026-01-14", supersedes: null, session: "session-1", ...fields,
  });
});

test("a swap belongs to the day and not to the session", () => {
  expect(stamped()({ kind: "swapped", old: "a", new: "b", swap: "easier" })).toEqual({
    kind: "swapped", id: "id-1", at: "2026-01-14T10:00:00.000Z", on: "2026-01-14", supersedes: null, old: "a", new: "b", swap: "easier",
  });
});

test("every correction supersedes the word before it", () => {
  const record = stamped();
  const ids = [record(SET), record({ ...SET, corrects: true }), record({ ...SET, corrects: true })].map((event) => event["supersedes"]);
  expect(ids).toEqual([null, "id-1", "id-2"]);
});

test("a set of an earlier visit can be corrected", () => {
  const known = [{ ...SET, id: "stored", supersedes: null }];
  const record = recorderOf("s", "2026-01-14", known, { newId: () => "new", now: () => "" });
  expect(record({ ...SET, corrects: true })["supersedes"]).toBe("stored");
});

test("ids are random UUIDs, with or without the browser's own way to make them", () => {
  const plain = { getRandomValues: webcrypto.getRandomValues.bind(webcrypto) as Crypto["getRandomValues"] };
  const made = [newId(plain), newId(plain), newId({ ...plain, randomUUID: () => webcrypto.randomUUID() })];
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect(new Set(made).size).toBe(3);
});
