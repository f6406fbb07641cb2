/** Where the things around a body are: each as a box or a rod, in the room. Pure. */
import type { Spot, Thing } from "./clip";
import type { Frame } from "./kinematics";
import { whereIs } from "./kinematics";
import { otherSide } from "./path";
import { NO_TURN, ORIGIN, length, minus, plus, times } from "./quaternion";
import type { Quaternion, Vector } from "./quaternion";
import type { Tree } from "./tree";
import { segmentNamed } from "./tree";

/** A box around its middle, with edges of some length [m] along its own axes. */
export interface BoxAt {
  readonly middle: Vector;
  readonly size: Vector;
  readonly turn: Quaternion;
}

/** A rod from one place to another [m]. */
export interface RodAt {
  readonly from: Vector;
  readonly to: Vector;
  readonly radius: number;
}

export function boxAt(box: NonNullable<Thing["box"]>, tree: Tree, frames: readonly Frame[]): BoxAt {
  const turn = box.segment === null ? NO_TURN : (frames[segmentNamed(tree, box.segment)]?.turn ?? NO_TURN);
  return { middle: spotAt(box.centre, tree, frames), size: box.size, turn };
}

export function rodAt(rod: NonNullable<Thing["rod"]>, tree: Tree, frames: readonly Frame[]): RodAt {
  return { from: spotAt(rod.from, tree, frames), to: spotAt(rod.to, tree, frames), radius: rod.radius };
}

/** Return a place in the room [m]. */
export function spotAt(spot: Spot, tree: Tree, frames: readonly Frame[]): Vector {
  if (spot.at !== null) return spot.at;
  if (spot.segment !== null) return whereIs(frames, segmentNamed(tree, spot.segment), spot.offset ?? ORIGIN) ?? ORIGIN;
  const [first, second] = (spot.points ?? []).map((name) => pointAt(name, tree, frames));
  if (first === undefined || second === undefined) return ORIGIN;
  const line = minus(second, first);
  const far = length(line);
  return plus(times(plus(first, second), 0.5), times(line, far > 0 ? spot.along / far : 0));
}

function pointAt(name: string, tree: Tree, frames: readonly Frame[]): Vector {
  const point = tree.points.get(name);
  return (point && whereIs(frames, point.segment, point.offset_m)) ?? ORIGIN;
}

/** Return a thing as a mirror shows it: the other side of the body, the other side of the room. */
export function mirroredThing(thing: Thing): Thing {
  const { rod, box } = thing;
  const other = rod && { ...rod, from: mirroredSpot(rod.from), to: mirroredSpot(rod.to) };
  const crate = box && { ...box, centre: mirroredSpot(box.centre), segment: box.segment && otherSide(box.segment) };
  return { ...thing, rod: other, box: crate };
}

function mirroredSpot(spot: Spot): Spot {
  return {
    at: flipped(spot.at),
    segment: spot.segment && otherSide(spot.segment),
    offset: flipped(spot.offset),
    points: spot.points && spot.points.map(otherSide),
    along: spot.along,
  };
}

function flipped(place: Vector | null): Vector | null {
  return place && [place[0], -place[1], place[2]];
}
