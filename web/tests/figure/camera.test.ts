/** The camera stands where the still was taken from, and a mirrored view sees the mirrored picture. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { eyeOf, mirroredView } from "../../src/figure/camera";
import { STRAIGHT } from "../../src/figure/orbit";
import { length, minus } from "../../src/figure/quaternion";

const view = fc.record({
  azimuth_deg: fc.double({ min: -180, max: 180, noNaN: true }),
  elevation_deg: fc.double({ min: 3, max: 60, noNaN: true }),
  target_m: fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  span_m: fc.double({ min: 1, max: 4, noNaN: true }),
});

test("it stands as far away as shows the span across a picture of four to three", () => {
  fc.assert(
    fc.property(view, (one) => {
      const distance = length(minus(eyeOf(one, STRAIGHT), one.target_m));
      expect((2 * distance * Math.tan((8 * Math.PI) / 180) * 4) / 3).toBeCloseTo(one.span_m, 9);
    }),
  );
});

test("0 degrees are from ahead, 90 from the left", () => {
  const one = { azimuth_deg: 90, elevation_deg: 0, target_m: [0, 0, 0.5], span_m: 2 } as const;
  const [x, y, z] = eyeOf(one, STRAIGHT);
  expect(x).toBeCloseTo(0, 9);
  expect(y).toBeGreaterThan(1);
  expect(z).toBeCloseTo(0.5, 9);
});

test("a mirrored view stands where a mirror would show the camera", () => {
  fc.assert(
    fc.property(view, (one) => {
      const [x, y, z] = eyeOf(one, STRAIGHT);
      const other = eyeOf(mirroredView(one), STRAIGHT);
      for (const [at, value] of [x, -y, z].entries()) expect(other[at]).toBeCloseTo(value, 9);
    }),
  );
});
