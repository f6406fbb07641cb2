import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fill } from "../../src/player/format";
import english from "../../../src/lumbar/site/player_strings.json";
import { counted, wordsOf } from "../../src/player/strings";

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

test("the page translates the very sentences that the player is written with", () => {
  expect(JSON.parse(text("../../../src/lumbar/site/player_strings.json"))).toEqual(english);
});

test("every sentence is used somewhere", () => {
  const source = new URL("../../src/", import.meta.url);
  const code = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(new URL(name, source), "utf8"))
    .join("\n");
  expect(Object.keys(english).filter((key) => !code.includes(`"${key}"`))).toEqual([]);
});

test("names are filled in, and one without a value is seen", () => {
  expect(fill("Set {n} of {all}", { n: 2, all: 3 })).toBe("Set 2 of 3");
  expect(fill("Set {n} of {all}", { n: 2 })).toBe("Set 2 of {all}");
});

test("one and many have their own sentences", () => {
  const words = wordsOf(english);
  expect(counted(words, "minutes_one", "minutes_many", 1)).toBe("1 minute");
  expect(counted(words, "minutes_one", "minutes_many", 2)).toBe("2 minutes");
});

test("a sentence the page did not bring is shown by its key", () => {
  expect(wordsOf({})("pause")).toBe("pause");
});
