/**
 * Forward kinematics: from joint angles to where every segment and point is.
 *
 * The same as `lumbar.body.kinematics` on the server: a segment's frame is that of the one it hangs on, turned about its
 * joint by its angles in order, each about the axis that the turn before it left. contract/figure.json holds both.
 */
import type { Quaternion, Vector } from "./quaternion";
import { NO_TURN, about, plus, combined, turned } from "./quaternion";
import type { Tree } from "./tree";

/** Where one segment is: its frame as seen in the room, and the joint it hangs by [m]. */
export interface Frame {
  readonly turn: Quaternion;
  /** Its turn against the segment it hangs on. */
  readonly own: Quaternion;
  readonly joint_m: Vector;
}

/** Joint angles [deg] by name, those left out at zero, and the middle of the hip joints [m]. */
export interface Pose {
  readonly angles_deg: ReadonlyMap<string, number>;
  readonly root_m: Vector;
}

const RAD = Math.PI / 180;

/** Return the frames of all segments, in the order of the tree. */
export function place(tree: Tree, pose: Pose): readonly Frame[] {
  const own = ownTurns(tree, pose);
  const frames: Frame[] = [];
  tree.segments.forEach((segment, at) => {
    const parent = frames[segment.parent];
    const turn = own[at] ?? NO_TURN;
    if (parent === undefined) frames.push({ turn, own: turn, joint_m: pose.root_m });
    else frames.push({ turn: combined(parent.turn, turn), own: turn, joint_m: plus(parent.joint_m, turned(parent.turn, segment.offset_m)) });
  });
  return frames;
}

function ownTurns(tree: Tree, pose: Pose): readonly Quaternion[] {
  const turns: Quaternion[] = tree.segments.map(() => NO_TURN);
  for (const { name, segment, axis, sign } of tree.joints) {
    const angle = pose.angles_deg.get(name) ?? 0;
    if (angle !== 0) turns[segment] = combined(turns[segment] ?? NO_TURN, about(axis, sign * angle * RAD));
  }
  return turns;
}

/** Return where a place fixed to a segment is [m]; a segment that is not there has none. */
export function whereIs(frames: readonly Frame[], segment: number, offset_m: Vector): Vector | null {
  const frame = frames[segment];
  return frame === undefined ? null : plus(frame.joint_m, turned(frame.turn, offset_m));
}
