import { expect, test } from "vitest";
import { pageClock, speedOf } from "../../src/mount/clock";
import { readPrefs, writePrefs } from "../../src/mount/prefs";
import { clock, inKg, inUnit, minutes, number, parseNumber, seconds } from "../../src/player/format";

const SETTINGS = { voice: true, watches: false };

function tried(speed: number, ...steps: readonly (readonly [number, number])[]): number[] {
  let steady = 0;
  let wall = 0;
  const now = pageClock(() => steady, () => wall, speed);
  return steps.map(([steadily, truly]) => {
    steady += steadily;
    wall += truly;
    return now();
  });
}

test("the clock runs with the page, and faster where a test may", () => {
  expect(tried(1, [100, 100], [100, 101])).toEqual([100, 200]);
  expect(tried(60, [100, 100])).toEqual([6000]);
});

test("time that the page slept through is seen, and a clock that is set right is not", () => {
  expect(tried(1, [100, 100], [50, 3_600_000])).toEqual([100, 3_600_100]);
  expect(tried(1, [100, 1500], [100, -900])).toEqual([100, 200]);
});

test("a speed is taken only where it is allowed and sensible", () => {
  expect(speedOf("?speed=60", true)).toBe(60);
  for (const [search, isAllowed] of [["?speed=60", false], ["?speed=x", true], ["?speed=-1", true], ["", true]] as const) {
    expect(speedOf(search, isAllowed)).toBe(1);
  }
});

test("voice and volume are remembered, and a browser that forgets does no harm", () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  writePrefs(() => storage as unknown as Storage, "s", { voice: false, tones: true, volume: 0.3, keys: false, watches: true }, SETTINGS);
  expect(readPrefs(() => storage as unknown as Storage, "s", SETTINGS)).toEqual({ voice: false, tones: true, volume: 0.3, keys: false, watches: true });
  const closed = (): Storage => {
    throw new DOMException("not allowed", "SecurityError");
  };
  writePrefs(closed, "s", { voice: false, tones: false, volume: 0, keys: false, watches: true }, SETTINGS);
  expect(readPrefs(closed, "s", SETTINGS)).toEqual({ voice: true, tones: true, volume: 0.8, keys: true, watches: false });
});

test("a setting holds until the player's own switch is pressed, and again once it was changed", () => {
  let kept: string | null = null;
  const storage = { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value) };
  const read = (settings: typeof SETTINGS): unknown => readPrefs(() => storage as unknown as Storage, "s", settings);
  expect(read({ voice: false, watches: true })).toMatchObject({ voice: false, watches: true });
  writePrefs(() => storage as unknown as Storage, "s", { voice: true, tones: true, volume: 1, keys: true, watches: false }, { voice: false, watches: true });
  expect(read({ voice: false, watches: true })).toMatchObject({ voice: true, watches: false });
  expect(read({ voice: false, watches: false })).toMatchObject({ voice: true, watches: false });
  writePrefs(() => storage as unknown as Storage, "s", { voice: true, tones: true, volume: 1, keys: true, watches: false }, SETTINGS);
  expect(read({ voice: true, watches: true })).toMatchObject({ voice: true, watches: true });
});

test("what was remembered before keys could be switched off has them on", () => {
  const storage = { getItem: () => JSON.stringify({ voice: false, tones: true, volume: 0.3 }) };
  expect(readPrefs(() => storage as unknown as Storage, "s", SETTINGS)).toEqual({ voice: false, tones: true, volume: 0.3, keys: true, watches: false });
});

test("times are rounded up, so that zero is the end", () => {
  expect([clock(1), clock(2000), clock(90_000), seconds(4001), String(minutes(60_001))]).toEqual(["0:01", "0:02", "1:30", "5", "2"]);
});

test("loads go there and back, and numbers are written as the language does", () => {
  expect(inUnit(inKg(45, "lb"), "lb")).toBe(45);
  expect(number(2.5, "es")).toBe("2,5");
  expect([parseNumber("2,5"), parseNumber(" 7 "), parseNumber("7kg"), parseNumber("")]).toEqual([2.5, 7, null, null]);
});

test("a camera that was switched on in one session is not on in the next", () => {
  let kept: string | null = null;
  const storage = { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value) };
  writePrefs(() => storage as unknown as Storage, "one", { voice: false, tones: true, volume: 1, keys: true, watches: true }, SETTINGS);
  expect(readPrefs(() => storage as unknown as Storage, "one", SETTINGS).watches).toBe(true);
  expect(readPrefs(() => storage as unknown as Storage, "two", SETTINGS)).toMatchObject({ voice: false, watches: false });
});
