/** The joint tree that a body's file brings with it: the same segments, joints and points as on the server. */
import type { Result } from "../result";
import { fail, ok } from "../result";
import type { Validator } from "../validate";
import { array, number, object, oneOf, record, string } from "../validate";
import type { Axis, Vector } from "./quaternion";

/** A segment hangs on the one at `parent` (-1: on none), by a joint at `offset_m` [m] in that one's frame. */
export interface Segment {
  readonly name: string;
  readonly parent: number;
  readonly offset_m: Vector;
}

/** One angle: the segment it moves, the axis and sign it turns with, and its range [deg]. */
export interface Joint {
  readonly name: string;
  readonly segment: number;
  readonly axis: Axis;
  readonly sign: number;
  readonly low_deg: number;
  readonly high_deg: number;
}

/** A bone of the skin: it turns with its segment's parent and a share of the segment's own turn. */
export interface Bone {
  readonly name: string;
  readonly segment: number;
  readonly share: number;
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
  segments: array(object({ name: string, parent: number, offset_m: vector })),
  joints: array(object({ name: string, segment: number, axis: oneOf("x", "y", "z"), sign: number, low_deg: number, high_deg: number })),
  bones: array(object({ name: string, segment: number, share: number })),
  points: record(object({ segment: number, offset_m: vector })),
});

/** Read a tree; a parent that comes after its child is a fault. */
export function readTree(data: unknown, at: string): Result<Tree> {
  const read = plain(data, at);
  if (!read.ok) return read;
  const { points, ...rest } = read.value;
  if (rest.segments.some(({ parent }, index) => parent >= index)) return fail(`${at} should name parents before what hangs on them`);
  return ok({ ...rest, points: new Map(Object.entries(points)) });
}

/** Return the place of a segment by its name, or -1. */
export function segmentNamed(tree: Tree, name: string): number {
  return tree.segments.findIndex((segment) => segment.name === name);
}
