/** The pace only ever grows easier, stays full where drawing is quick, and has a bottom. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { FULL, after } from "../../src/figure/pace";
import type { Pace } from "../../src/figure/pace";

function drawn(apart: readonly number[]): readonly Pace[] {
  return apart.reduce<Pace[]>((all, ms) => [...all, after(all.at(-1) ?? FULL, ms)], []);
}

test("quick drawings, and a slow one now and then, change nothing", () => {
  const apart = Array.from({ length: 200 }, (_, at) => (at % 10 === 0 ? 300 : 17));
  expect(drawn(apart).every(({ fineness, gap_ms }) => fineness === 1 && gap_ms === 0)).toBe(true);
});

test("slow drawings become coarser first, then rarer, and never stop", () => {
  const all = drawn(Array.from({ length: 400 }, () => 500));
  const firstRare = all.findIndex(({ gap_ms }) => gap_ms > 0);
  expect(all[firstRare - 1]?.fineness).toBe(0.5);
  expect(all.at(-1)).toMatchObject({ fineness: 0.5, gap_ms: 240 });
});

test("whatever comes, the pace never grows harder again", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 1, max: 900, noNaN: true }), { maxLength: 120 }), (apart) => {
      const all = [FULL, ...drawn(apart)];
      for (const [at, pace] of all.slice(1).entries()) {
        expect(pace.fineness).toBeLessThanOrEqual(all[at]?.fineness ?? 0);
        expect(pace.gap_ms).toBeGreaterThanOrEqual(all[at]?.gap_ms ?? 0);
      }
    }),
  );
});
