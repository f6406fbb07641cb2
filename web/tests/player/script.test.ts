import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Item, Rules } from "../../src/player/item";
import { momentsOf, phasesOf, secondsOf } from "../../src/player/script";
import { RULES, WALL_SQUAT, item } from "./examples";

const seconds = (...items: Parameters<typeof momentsOf>[0]): number => secondsOf(momentsOf(items, RULES, []));

test("an alternating item takes both sides' repetitions and its rests, the last rest left out", () => {
  expect(seconds(item())).toBe(5 + 2 * 2 * 3 * (5 + 2) + 45);
});

test("an item before another one is given the rest after it", () => {
  expect(seconds(item(), WALL_SQUAT)).toBe(5 + 84 + 2 * 45 + (5 + 4 * (4.5 + 5)));
});

test("left and right apart take one change of side a set", () => {
  expect(seconds(item({ side: "left-right" }))).toBe(5 + 84 + 2 * 3 + 45);
});

test("warm-up sets have no hold, and a rest no longer than a minute", () => {
  const warm_up = [{ reps: 8, load_kg: 20 }, { reps: 5, load_kg: 40 }];
  const loaded = item({ side: "both", hold_s: 1, sets: 1, reps: 6, rest_s: 120, warm_up });
  expect(seconds(loaded)).toBe(5 + (8 * 5 + 60) + (5 * 5 + 60) + 6 * (5 + 1));
});

test("a repetition begins with the phase its tempo names and holds where it says", () => {
  expect(phasesOf(item().tempo, 2)).toEqual([["lift", 2], ["hold", 2], ["lower", 2], ["pause", 1]]);
  expect(phasesOf(WALL_SQUAT.tempo, 5)).toEqual([["lower", 2], ["hold", 5], ["lift", 2], ["pause", 0.5]]);
});

test("left and right take turns when alternating, and all of the left comes first otherwise", () => {
  const sides = (side: "alternating" | "left-right"): string =>
    momentsOf([item({ side, sets: 1, reps: 2 })], RULES, [])
      .map((moment) => (moment.kind === "move" && moment.counts ? moment.side : moment.kind === "change" ? "change" : ""))
      .filter((word) => word !== "")
      .join(" ");
  expect(sides("alternating")).toBe("left right left right");
  expect(sides("left-right")).toBe("left left change right right");
});

test("sets already done are not in the timeline, and an item with none left has no moments", () => {
  const moments = momentsOf([item(), WALL_SQUAT, item({ sets: 3 })], RULES, [2, 0, 1]);
  expect([...new Set(moments.map((moment) => moment.item))]).toEqual([1, 2]);
  const sets = moments.flatMap((moment) => (moment.kind === "move" && moment.item === 2 ? [moment.set] : []));
  expect([...new Set(sets)]).toEqual([2, 3]);
});

interface Contract {
  readonly rules: Partial<Rules>;
  readonly cases: readonly { readonly item: Partial<Item>; readonly last: boolean; readonly seconds: number }[];
}

test("the planner and the player count the same seconds", () => {
  const contract = JSON.parse(readFileSync(new URL("../../../contract/timeline.json", import.meta.url), "utf8")) as Contract;
  expect(contract.cases.length).toBeGreaterThan(10);
  for (const { item: asked, last, seconds: expected } of contract.cases) {
    const items = last ? [item(asked)] : [item(asked), WALL_SQUAT];
    const own = momentsOf(items, { ...RULES, ...contract.rules }, []).filter((moment) => moment.item === 0);
    expect(Math.ceil(secondsOf(own)), JSON.stringify(asked)).toBe(expected);
  }
});
