/** The server's own data of a session, as its tests wrote it: the player can read it, and counts the same seconds. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseBoot } from "../src/boot";
import type { Boot } from "../src/boot";
import { momentsOf, secondsOf } from "../src/player/script";

const HELD = JSON.parse(readFileSync(new URL("../../contract/session.json", import.meta.url), "utf8")) as Record<string, unknown>;

function read(name: string): Boot {
  const result = parseBoot(JSON.stringify(HELD[name]));
  if (!result.ok) throw new Error(result.faults.join("\n"));
  return result.value;
}

describe.each(Object.keys(HELD))("the session of a %s", (name) => {
  test("is read whole", () => {
    expect(read(name).items.map((item) => item.exercise)[0]).toBe("knee-to-chest");
  });

  test("takes the seconds that were planned, item by item", () => {
    const { items, rules } = read(name);
    const moments = momentsOf(items, rules, []);
    const own = items.map((_, at) => Math.ceil(secondsOf(moments.filter((moment) => moment.item === at))));
    expect(own).toEqual(items.map((item) => item.seconds));
  });
});
