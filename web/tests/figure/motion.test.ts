/** Laws of time: the seconds are those prescribed, the peak is reached and held, and each phase goes one way. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Part } from "../../src/figure/motion";
import { instantAt, legsOf, peakAfter, repetitionSeconds } from "../../src/figure/motion";

const seconds = fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10);
const parts = fc.record({ there: fc.integer({ min: 5, max: 40 }), back: fc.integer({ min: 5, max: 40 }), top: seconds, bottom: seconds, heldAtPeak: fc.boolean() }).map(
  ({ there, back, top, bottom, heldAtPeak }): readonly Part[] => [
    { to: "peak", moves: true, s: there / 10, held: false },
    { to: "peak", moves: false, s: top, held: heldAtPeak },
    { to: "rest", moves: true, s: back / 10, held: false },
    { to: "rest", moves: false, s: bottom, held: !heldAtPeak },
  ],
);
const hold = fc.integer({ min: 0, max: 30 });
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe("a repetition", () => {
  test("takes the seconds of its phases and of its hold", () => {
    fc.assert(
      fc.property(parts, hold, (all, hold_s) => {
        const asked = all.reduce((sum, part) => sum + part.s, hold_s);
        expect(repetitionSeconds(legsOf(all, hold_s))).toBeCloseTo(asked, 9);
      }),
    );
  });

  test("begins at rest and ends there", () => {
    fc.assert(
      fc.property(parts, hold, (all, hold_s) => {
        const legs = legsOf(all, hold_s);
        expect(instantAt(legs, "both", 0).share).toBe(0);
        expect(instantAt(legs, "both", repetitionSeconds(legs) - 1e-9).share).toBeCloseTo(0, 6);
      }),
    );
  });

  test("stands still at its peak for the whole of a hold there, and of a hold at rest", () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 30 }), share, (all, hold_s, when) => {
        const legs = legsOf(all, hold_s);
        const [there, peak, back, rest] = all as readonly [Part, Part, Part, Part];
        const stay = peak.held ? peak.s + hold_s : rest.s + hold_s;
        const begins = peak.held ? there.s : there.s + peak.s + back.s;
        expect(instantAt(legs, "both", begins + when * stay + 1e-9).share).toBe(peak.held ? 1 : 0);
      }),
    );
  });

  test("is at its peak when it is said to be", () => {
    fc.assert(
      fc.property(parts, hold, (all, hold_s) => {
        const legs = legsOf(all, hold_s);
        expect(instantAt(legs, "both", peakAfter(legs)).share).toBe(1);
      }),
    );
  });

  test("goes one way within each phase, and leaves no gap between two", () => {
    fc.assert(
      fc.property(parts, hold, (all, hold_s) => {
        const legs = legsOf(all, hold_s);
        let at = 0;
        for (const leg of legs) {
          const told = [0.001, 0.25, 0.5, 0.75, 0.999].map((part) => instantAt(legs, "both", at + part * leg.seconds).share);
          const way = Math.sign(leg.to - leg.from);
          for (const [before, after] of told.slice(1).map((value, index) => [told[index] ?? 0, value] as const)) {
            expect((after - before) * (way || 1)).toBeGreaterThanOrEqual(0);
          }
          expect(Math.abs((told[0] ?? 9) - leg.from)).toBeLessThan(0.01);
          at += leg.seconds;
        }
        expect(legs.every((leg, index) => index === 0 || leg.from === legs[index - 1]?.to)).toBe(true);
      }),
    );
  });
});

describe("the side", () => {
  test("changes after every repetition where sides take turns, and the share does not", () => {
    fc.assert(
      fc.property(parts, hold, fc.integer({ min: 0, max: 6 }), share, (all, hold_s, turn, within) => {
        const legs = legsOf(all, hold_s);
        const when = (turn + within) * repetitionSeconds(legs);
        const told = instantAt(legs, "alternating", when);
        expect(told.side).toBe(turn % 2 === 0 ? "left" : "right");
        expect(told.share).toBeCloseTo(instantAt(legs, "both", within * repetitionSeconds(legs)).share, 6);
      }),
    );
  });

  test("stays where a side works its whole set, and is none where both work", () => {
    fc.assert(
      fc.property(parts, hold, fc.double({ min: 0, max: 500, noNaN: true }), (all, hold_s, when) => {
        const legs = legsOf(all, hold_s);
        expect(instantAt(legs, "left-right", when).side).toBe("left");
        expect(instantAt(legs, "both", when).side).toBe("both");
      }),
    );
  });
});

test("what takes no time stands still", () => {
  expect(instantAt([], "alternating", 12)).toEqual({ share: 0, side: "left" });
});
