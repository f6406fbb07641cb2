/** Where things are: in the room, on a segment, on the line through two points; and what a mirror makes of them. */
import { expect, test } from "vitest";
import type { Spot, Thing } from "../../src/figure/clip";
import { place } from "../../src/figure/kinematics";
import { length, minus } from "../../src/figure/quaternion";
import { boxAt, mirroredThing, rodAt, spotAt } from "../../src/figure/things";
import type { Tree } from "../../src/figure/tree";

const TREE: Tree = {
  segments: [
    { name: "pelvis", parent: -1, offset_m: [0, 0, 0] },
    { name: "hand_left", parent: 0, offset_m: [0, 0.3, 0] },
    { name: "hand_right", parent: 0, offset_m: [0, -0.3, 0] },
  ],
  joints: [{ name: "pelvis_turn", segment: 0, axis: "z", sign: 1 }],
  bones: [],
  points: new Map([
    ["grip_left", { segment: 1, offset_m: [0, 0, -0.1] }],
    ["grip_right", { segment: 2, offset_m: [0, 0, -0.1] }],
  ]),
};
const NOWHERE: Spot = { at: null, segment: null, offset: null, points: null, along: 0 };
const turned = place(TREE, { angles_deg: new Map([["pelvis_turn", 90]]), root_m: [1, 0, 1] });

function near(told: readonly number[], asked: readonly number[]): void {
  for (const [at, value] of asked.entries()) expect(told[at]).toBeCloseTo(value, 9);
}

test("what is fixed stays, what is on a segment turns with it", () => {
  near(spotAt({ ...NOWHERE, at: [1, 2, 3] }, TREE, turned), [1, 2, 3]);
  near(spotAt({ ...NOWHERE, segment: "hand_left", offset: [0.1, 0, 0] }, TREE, turned), [0.7, 0.1, 1]);
});

test("a bar lies through both hands, however they turn", () => {
  const end = (along: number): Spot => ({ ...NOWHERE, points: ["grip_left", "grip_right"], along });
  const { from, to } = rodAt({ from: end(-0.8), to: end(0.8), radius: 0.014 }, TREE, turned);
  expect(length(minus(to, from))).toBeCloseTo(1.6, 9);
  near([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2], [1, 0, 0.9]);
});

test("a box on a segment turns with it", () => {
  const { middle, turn } = boxAt({ centre: { ...NOWHERE, segment: "hand_right", offset: [0, 0, 0] }, size: [1, 1, 1], segment: "pelvis" }, TREE, turned);
  near(middle, [1.3, 0, 1]);
  near(turn, turned[0]?.turn ?? []);
});

test("a mirror takes a thing to the other hand and the other side of the room, and twice to where it was", () => {
  const band: Thing = {
    kind: "band",
    ink: "band",
    box: null,
    rod: { from: { ...NOWHERE, at: [1, 0.5, 1] }, to: { ...NOWHERE, segment: "hand_left", offset: [0, 0.1, 0] }, radius: 0.01 },
  };
  const other = mirroredThing(band);
  expect(other.rod?.from.at).toEqual([1, -0.5, 1]);
  expect(other.rod?.to).toMatchObject({ segment: "hand_right", offset: [0, -0.1, 0] });
  expect(mirroredThing(other)).toEqual(band);
});
