/** Looking around: never from under the floor, and always a way back. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { STRAIGHT, back, dragged, isStraight, keyed } from "../../src/figure/orbit";
import type { Orbit } from "../../src/figure/orbit";

const KEYS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const;
const moves = fc.array(
  fc.oneof(fc.constantFrom(...KEYS), fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }))),
  { maxLength: 40 },
);
const elevation = fc.double({ min: 4, max: 60, noNaN: true });

function after(all: readonly (string | readonly [number, number])[], elevation_deg: number): Orbit {
  return all.reduce<Orbit>((orbit, move) => {
    return typeof move === "string" ? (keyed(orbit, move, elevation_deg) ?? orbit) : dragged(orbit, move[0], move[1], elevation_deg);
  }, STRAIGHT);
}

test("whatever is dragged and pressed, one looks from above the floor and not from straight above", () => {
  fc.assert(
    fc.property(moves, elevation, (all, elevation_deg) => {
      const { around_deg, up_deg } = after(all, elevation_deg);
      expect(elevation_deg + up_deg).toBeGreaterThanOrEqual(3 - 1e-9);
      expect(elevation_deg + up_deg).toBeLessThanOrEqual(80 + 1e-9);
      expect(Math.abs(around_deg)).toBeLessThanOrEqual(180 + 1e-9);
    }),
  );
});

test("Home and the way back end where the still was taken", () => {
  fc.assert(
    fc.property(moves, elevation, (all, elevation_deg) => {
      const orbit = after(all, elevation_deg);
      expect(keyed(orbit, "Home", elevation_deg)).toEqual(STRAIGHT);
      expect(isStraight(back(orbit, 1))).toBe(true);
      expect(Math.abs(back(orbit, 0.5).around_deg)).toBeCloseTo(Math.abs(orbit.around_deg) / 2, 9);
    }),
  );
});

test("each arrow turns it, the opposite one turns it back, and other keys do nothing", () => {
  for (const [key, other] of [["ArrowLeft", "ArrowRight"], ["ArrowUp", "ArrowDown"]] as const) {
    const once = keyed(STRAIGHT, key, 20) ?? STRAIGHT;
    expect(isStraight(once)).toBe(false);
    expect(isStraight(keyed(once, other, 20) ?? once)).toBe(true);
  }
  expect(keyed(STRAIGHT, "a", 20)).toBeNull();
});
