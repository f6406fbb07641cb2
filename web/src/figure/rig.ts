/**
 * From frames to the matrices that move the skin.
 *
 * A bone turns about its segment's joint with a share of that joint's turn: 1 is rigid with the segment; one half keeps
 * elbows, knees, hips and shoulders round, because the skin between two bones is never turned by more than half.
 */
import type { Frame } from "./kinematics";
import { place } from "./kinematics";
import { NO_TURN, ORIGIN, about, combined, minus, part, turned } from "./quaternion";
import type { Quaternion, Vector } from "./quaternion";
import type { Bone, Tree } from "./tree";

/** Return the joint of every segment as the skin was made: all angles zero, the hips' middle at the origin. */
export function restJoints(tree: Tree): readonly Vector[] {
  return place(tree, { angles_deg: new Map(), root_m: ORIGIN }).map((frame) => frame.joint_m);
}

/** Return for every bone the matrix from the skin as it was made to the room: 16 numbers each, column by column. */
export function boneMatrices(tree: Tree, rest: readonly Vector[], frames: readonly Frame[]): Float32Array {
  const matrices = new Float32Array(16 * tree.bones.length);
  tree.bones.forEach((bone, at) => {
    const frame = frames[bone.segment];
    const from = rest[bone.segment];
    if (frame === undefined || from === undefined) return;
    const parent = frames[tree.segments[bone.segment]?.parent ?? -1]?.turn ?? NO_TURN;
    const turn = bone.share === 1 ? frame.turn : combined(parent, shareOf(frame.own, bone));
    matrices.set(matrixOf(turn, minus(frame.joint_m, turned(turn, from))), 16 * at);
  });
  return matrices;
}

/** Return how a bone turns against the parent of its segment, whose own turn is `own`. */
function shareOf(own: Quaternion, { share, twist, nearest }: Bone): Quaternion {
  if (twist === null) return part(own, share, nearest);
  const near = part(own, 1, nearest); // the same turn, on the near way round
  const angle = 2 * Math.atan2(near[2], near[3]);
  const bend = combined(about("z", -angle), near);
  return combined(about("z", twist * angle), part(bend, share));
}

function matrixOf(turn: Quaternion, [px, py, pz]: Vector): readonly number[] {
  const x = turned(turn, [1, 0, 0]);
  const y = turned(turn, [0, 1, 0]);
  const z = turned(turn, [0, 0, 1]);
  return [...x, 0, ...y, 0, ...z, 0, px, py, pz, 1];
}
