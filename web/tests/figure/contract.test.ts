/** The body moves here as it does on the server, whose tests wrote contract/figure.json. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { place, whereIs } from "../../src/figure/kinematics";
import type { Vector } from "../../src/figure/quaternion";
import { boneMatrices, restJoints } from "../../src/figure/rig";
import { readTree } from "../../src/figure/tree";

interface Stood {
  readonly angles_deg: Readonly<Record<string, number>>;
  readonly root_m: Vector;
  readonly joints_m: readonly Vector[];
  readonly points_m: Readonly<Record<string, Vector>>;
  readonly bones: readonly (readonly number[])[];
}

const HELD = JSON.parse(readFileSync(new URL("../../../contract/figure.json", import.meta.url), "utf8")) as {
  readonly tree: unknown;
  readonly poses: readonly Stood[];
};
const NEAR_M = 1e-4;

function far(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.max(...Array.from(a, (value, at) => Math.abs(value - (b[at] ?? Number.NaN))));
}

const read = readTree(HELD.tree, "tree");
if (!read.ok) throw new Error(read.faults.join("\n"));
const tree = read.value;

describe.each(HELD.poses.map((pose, at) => [at, pose] as const))("pose %i of the contract", (_, held) => {
  const frames = place(tree, { angles_deg: new Map(Object.entries(held.angles_deg)), root_m: held.root_m });

  test("has its joints where the server has them", () => {
    expect(frames).toHaveLength(held.joints_m.length);
    for (const [at, joint] of held.joints_m.entries()) expect(far(frames[at]?.joint_m ?? [], joint)).toBeLessThan(NEAR_M);
  });

  test("has its points where the server has them", () => {
    for (const [name, at] of Object.entries(held.points_m)) {
      const point = tree.points.get(name);
      expect(far((point && whereIs(frames, point.segment, point.offset_m)) ?? [], at)).toBeLessThan(NEAR_M);
    }
  });

  test("moves its bones as the server does, half-way ones too", () => {
    const matrices = boneMatrices(tree, restJoints(tree), frames);
    for (const [at, bone] of held.bones.entries()) {
      const columns = [0, 1, 2, 3].flatMap((column) => [...matrices.slice(16 * at + 4 * column, 16 * at + 4 * column + 3)]);
      expect(far(columns, bone)).toBeLessThan(NEAR_M);
    }
  });
});
