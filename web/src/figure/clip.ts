/** The clip of an exercise as the server sends it: the path of a body from rest to peak, and the things around it. */
import type { Result } from "../result";
import type { Validator } from "../validate";
import { array, boolean, nullable, number, object, oneOf, optional, record, string } from "../validate";
import { fail } from "../result";
import { vector } from "./tree";

/** A place in the room [m], on a segment, or on the line through two points of the body. */
const spot = object({
  at: optional(nullable(vector), null),
  segment: optional(nullable(string), null),
  offset: optional(nullable(vector), null),
  points: optional(nullable(array(string)), null),
  along: optional(number, 0),
});
const rod = object({ from: spot, to: spot, radius: number });
const box = object({ centre: spot, size: vector, segment: optional(nullable(string), null) });
const thing = object({ kind: string, ink: string, rod: optional(nullable(rod), null), box: optional(nullable(box), null) });
const view = object({ azimuth_deg: number, elevation_deg: number, target_m: vector, span_m: number });
const side = oneOf("left", "right");
const hand = oneOf("flat", "relaxed", "grip");

const clip = object({
  exercise: string,
  joints: array(string),
  angles_deg: array(array(number)),
  roots_m: array(vector),
  shares: array(number),
  leads: nullable(side),
  hands: object({ left: hand, right: hand }),
  things: array(thing),
  view,
  colours: record(string),
  tempo: array(object({ to: oneOf("peak", "rest"), moves: boolean, s: number, held: boolean })),
});

type Read<V> = V extends Validator<infer T> ? T : never;
export type Clip = Read<typeof clip>;
export type View = Read<typeof view>;
export type Thing = Read<typeof thing>;
export type Spot = Read<typeof spot>;
export type Hand = Read<typeof hand>;

/** Read a clip; every row of it must have as many numbers as it has joints, and one for every share. */
export function readClip(data: unknown): Result<Clip> {
  const read = clip(data, "clip");
  if (!read.ok) return read;
  const { joints, angles_deg, roots_m, shares } = read.value;
  const fits = shares.length > 0 && angles_deg.length === shares.length && roots_m.length === shares.length;
  return fits && angles_deg.every((row) => row.length === joints.length) ? read : fail("clip should have a row for every share");
}
