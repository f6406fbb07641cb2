/** The joint tree that a body's file brings with it: the same segments, joints and points as on the server. */
import type { Result } from "../result";
import { fail, ok } from "../result";
import type { Validator } from "../validate";
import { array, nullable, number, object, oneOf, optional, record, string } from "../validate";
import type { Axis, Quaternion, Vector } from "./quaternion";
import { NO_TURN } from "./quaternion";

/** A segment hangs on the one at `parent` (-1: on none), by a joint at `offset_m` [m] in that one's frame. */
export interface Segment {
  readonly name: string;
  readonly parent: number;
  readonly offset_m: Vector;
}

/** One angle: the segment it moves, and the axis and sign it turns with. */
export interface Joint {
  readonly name: string;
  readonly segment: number;
  readonly axis: Axis;
  readonly sign: number;
}

/**
 * A bone of the skin: it turns with its segment's parent and a share of the segment's own turn.
 *
 * A turn can be gone two ways round; the share is of the way that is nearer to `nearest`. With a `twist` the turn is two:
 * that share of its twist along the limb, then `share` of its bend.
 */
export interface Bone {
  readonly name: string;
  readonly segment: number;
  readonly share: number;
  readonly twist: number | null;
  readonly nearest: Quaternion;
}

/** A place fixed to a segment, `offset_m` [m] from its joint in its frame. */
export interface Point {
  readonly segment: number;
  readonly offset_m: Vector;
}

/** Parents come before what hangs on them; the joints of a segment are in the order they turn. */
export interface Tree {
  readonly segments: readonly Segment[];
  readonly joints: readonly Joint[];
  readonly bones: readonly Bone[];
  readonly points: ReadonlyMap<string, Point>;
}

/** Three numbers. */
export const vector: Validator<Vector> = (data, place) => {
  const read = array(number)(data, place);
  if (!read.ok) return read;
  const [x, y, z] = read.value;
  return x === undefined || y === undefined || z === undefined ? fail(`${place} should be three numbers`) : ok([x, y, z]);
};

const plain = object({
  segments: array(object({ name: string, parent: nullable(string), offset_m: vector })),
  joints: array(object({ name: string, segment: string, axis: oneOf("x", "y", "z"), sign: number })),
  bones: array(
    object({ name: string, segment: string, share: number, twist: optional(nullable(number), null), nearest: optional(array(number), [1, 0, 0, 0]) }),
  ),
  points: record(object({ segment: string, offset_m: vector })),
});

/** Read a tree, in which segments go by name; a name that is not there, or comes after what hangs on it, is a fault. */
export function readTree(data: unknown, at: string): Result<Tree> {
  const read = plain(data, at);
  if (!read.ok) return read;
  const { segments, joints, bones, points } = read.value;
  const places = new Map(segments.map(({ name }, index) => [name, index]));
  const place = (name: string): number => places.get(name) ?? -1;
  const named = [...joints, ...bones, ...Object.values(points)].every(({ segment }) => places.has(segment));
  if (!named) return fail(`${at} should name segments that it has`);
  const tree = {
    segments: segments.map(({ name, parent, offset_m }) => ({ name, parent: parent === null ? -1 : place(parent), offset_m })),
    joints: joints.map((joint) => ({ ...joint, segment: place(joint.segment) })),
    bones: bones.map((bone) => ({ ...bone, segment: place(bone.segment), nearest: turnOf(bone.nearest) })),
    points: new Map(Object.entries(points).map(([name, { segment, offset_m }]) => [name, { segment: place(segment), offset_m }])),
  };
  const isOrdered = segments.every(({ parent }, index) => parent === null || (places.get(parent) ?? index) < index);
  return isOrdered ? ok(tree) : fail(`${at} should name parents before what hangs on them`);
}

/** A quaternion as the server writes it, its real part first. */
function turnOf([w, x, y, z]: readonly number[]): Quaternion {
  return w === undefined || x === undefined || y === undefined || z === undefined ? NO_TURN : [x, y, z, w];
}

/** Return the place of a segment by its name, or -1. */
export function segmentNamed(tree: Tree, name: string): number {
  return tree.segments.findIndex((segment) => segment.name === name);
}
