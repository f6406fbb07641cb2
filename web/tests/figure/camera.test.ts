/** The camera stands where the still was taken from, and a mirrored view sees the mirrored picture. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { FIELD_DEG, ballAround, eyeOf, holding, mirroredView } from "../../src/figure/camera";
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

const spot = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -1, max: 1, noNaN: true }))) as fc.Arbitrary<[number, number, number]>;

test("turned far, all of a body is in sight; not turned, it is seen as in the still", () => {
  fc.assert(
    fc.property(view, fc.array(spot, { minLength: 1 }), fc.double({ min: 45, max: 75, noNaN: true }), (one, joints, up_deg) => {
      const [ball, orbit] = [ballAround(joints), { around_deg: 0, up_deg }];
      for (const joint of joints) expect(length(minus(joint, ball.middle_m))).toBeLessThan(ball.radius_m);
      const held = holding(one, orbit, ball);
      const far = length(minus(eyeOf(held, orbit), ball.middle_m));
      expect(far * Math.sin((FIELD_DEG / 2) * (Math.PI / 180))).toBeGreaterThanOrEqual(ball.radius_m - 1e-9);
      expect(holding(one, STRAIGHT, ball)).toEqual(one);
    }),
  );
});
