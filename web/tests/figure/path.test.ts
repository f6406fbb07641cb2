/** Laws of the path: its frames are met, what is between lies between, and a mirror twice is no mirror. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pose } from "../../src/figure/kinematics";
import { between, isNear, mirrored, otherSide, poseAt } from "../../src/figure/path";
import type { Path } from "../../src/figure/path";

const JOINTS = ["pelvis_tilt", "lumbar_bend", "hip_flexion_left", "shoulder_flexion_right", "knee_flexion_right"];
const angle = fc.double({ min: -120, max: 180, noNaN: true });
const place = fc.double({ min: -2, max: 2, noNaN: true });
const row = fc.array(angle, { minLength: JOINTS.length, maxLength: JOINTS.length });
const root = fc.tuple(place, place, place);
const path = fc.integer({ min: 2, max: 8 }).chain((frames) =>
  fc.record({
    joints: fc.constant(JOINTS),
    angles_deg: fc.array(row, { minLength: frames, maxLength: frames }),
    roots_m: fc.array(root, { minLength: frames, maxLength: frames }),
    shares: fc.constant(Array.from({ length: frames }, (_, at) => at / (frames - 1))),
  }),
);
const pose = fc.tuple(row, root).map(([angles, root_m]): Pose => ({ angles_deg: new Map(JOINTS.map((name, at) => [name, angles[at] ?? 0])), root_m }));

function rowOf(pose: Pose): readonly number[] {
  return [...JOINTS.map((name) => pose.angles_deg.get(name) ?? 0), ...pose.root_m];
}

function expectNear(told: readonly number[], asked: readonly number[]): void {
  for (const [at, value] of asked.entries()) expect(told[at]).toBeCloseTo(value, 6);
}

describe("a path", () => {
  test("meets each of its frames", () => {
    fc.assert(
      fc.property(path, (way: Path) => {
        for (const [at, share] of way.shares.entries()) {
          expectNear(rowOf(poseAt(way, share)), [...(way.angles_deg[at] ?? []), ...(way.roots_m[at] ?? [])]);
        }
      }),
    );
  });

  test("stays between the two frames around a share, and at its ends beyond them", () => {
    fc.assert(
      fc.property(path, fc.double({ min: -0.5, max: 1.5, noNaN: true }), (way: Path, share) => {
        const within = Math.min(1, Math.max(0, share));
        const low = Math.min(way.shares.length - 2, Math.floor(within * (way.shares.length - 1)));
        const told = rowOf(poseAt(way, share));
        const around = [low, low + 1].map((at) => [...(way.angles_deg[at] ?? []), ...(way.roots_m[at] ?? [])]);
        for (const [at, value] of told.entries()) {
          const [a, b] = [around[0]?.[at] ?? 0, around[1]?.[at] ?? 0];
          expect(value).toBeGreaterThanOrEqual(Math.min(a, b) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(a, b) + 1e-9);
        }
      }),
    );
  });
});

describe("a mirror", () => {
  test("shown twice is none", () => {
    fc.assert(fc.property(pose, (one) => expectNear(rowOf(mirrored(mirrored(one))), rowOf(one))));
  });

  test("swaps the sides, bends the other way, and leaves flexion of the middle as it is", () => {
    const one: Pose = { angles_deg: new Map([["hip_flexion_left", 40], ["lumbar_bend", 10], ["pelvis_tilt", 70]]), root_m: [1, 0.2, 0.5] };
    const other = mirrored(one);
    expect(other.angles_deg.get("hip_flexion_right")).toBe(40);
    expect(other.angles_deg.get("hip_flexion_left")).toBeUndefined();
    expect(other.angles_deg.get("lumbar_bend")).toBe(-10);
    expect(other.angles_deg.get("pelvis_tilt")).toBe(70);
    expect(other.root_m).toEqual([1, -0.2, 0.5]);
    expect(otherSide("grip_left")).toBe("grip_right");
    expect(otherSide("head_top")).toBe("head_top");
  });
});

describe("between two poses", () => {
  test("the ends are the poses, and the middle is as far from both", () => {
    fc.assert(
      fc.property(pose, pose, (first, second) => {
        expect(between(first, second, 0)).toBe(first);
        expect(between(first, second, 1)).toBe(second);
        const middle = rowOf(between(first, second, 0.5));
        expectNear(middle, rowOf(first).map((value, at) => (value + (rowOf(second)[at] ?? 0)) / 2));
      }),
    );
  });

  test("lying on the other side is too far to glide to", () => {
    const lying = { angles_deg: new Map([["pelvis_lean", 90]]), root_m: [0, 0, 0.1] } as const;
    expect(isNear(lying, mirrored(lying))).toBe(false);
    expect(isNear(lying, lying)).toBe(true);
  });
});
