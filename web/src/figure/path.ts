/** The path of a body: its pose at any share of the way, mirrored for the other side, and between the two. */
import type { Clip } from "./clip";
import type { Pose } from "./kinematics";
import type { Vector } from "./quaternion";
import { length, minus } from "./quaternion";

export type Path = Pick<Clip, "joints" | "angles_deg" | "roots_m" | "shares">;

const OTHER = { left: "right", right: "left" } as const;
const TURNS_WITH_SIDE = /_(?:bend|lean|turn)$/u;

/** Return the pose at a share of the time, 0 at rest and 1 at the peak: in a straight line between two frames. */
export function poseAt(path: Path, share: number): Pose {
  const { joints, angles_deg, roots_m, shares } = path;
  const after = shares.findIndex((at) => at > share);
  const end = after < 0 ? shares.length - 1 : Math.max(after, 1);
  const start = Math.max(0, end - 1);
  const [low, high] = [shares[start] ?? 0, shares[end] ?? 0];
  const by = high > low ? Math.min(1, Math.max(0, (share - low) / (high - low))) : 0;
  const [a, b] = [angles_deg[start] ?? [], angles_deg[end] ?? []];
  const [p, q] = [roots_m[start] ?? [0, 0, 0], roots_m[end] ?? [0, 0, 0]];
  return {
    angles_deg: new Map(joints.map((name, at) => [name, blend(a[at] ?? 0, b[at] ?? 0, by)])),
    root_m: [blend(p[0], q[0], by), blend(p[1], q[1], by), blend(p[2], q[2], by)],
  };
}

/** Return the pose that a mirror shows: sides swapped, bends and turns the other way. */
export function mirrored(pose: Pose): Pose {
  const [x, y, z] = pose.root_m;
  const angles = [...pose.angles_deg].map(([name, angle]): [string, number] => [otherSide(name), TURNS_WITH_SIDE.test(name) ? -angle : angle]);
  return { angles_deg: new Map(angles), root_m: [x, -y, z] };
}

/** Return the name of the same thing on the other side. */
export function otherSide(name: string): string {
  return name.replace(/_(left|right)$/u, (_, side: "left" | "right") => `_${OTHER[side]}`);
}

/** Return the pose between two, `by` of the way from the first to the second. */
export function between(first: Pose, second: Pose, by: number): Pose {
  if (by <= 0) return first;
  if (by >= 1) return second;
  const names = new Set([...first.angles_deg.keys(), ...second.angles_deg.keys()]);
  const mixed = [...names].map((name): [string, number] => [name, blend(first.angles_deg.get(name) ?? 0, second.angles_deg.get(name) ?? 0, by)]);
  const [p, q]: readonly [Vector, Vector] = [first.root_m, second.root_m];
  return { angles_deg: new Map(mixed), root_m: [blend(p[0], q[0], by), blend(p[1], q[1], by), blend(p[2], q[2], by)] };
}

const NEAR_DEG = 100;
const NEAR_M = 0.4;

/** Whether one pose can glide into another without the body passing through itself or turning over; ours. */
export function isNear(first: Pose, second: Pose): boolean {
  const names = [...first.angles_deg.keys(), ...second.angles_deg.keys()];
  const isClose = names.every((name) => Math.abs((first.angles_deg.get(name) ?? 0) - (second.angles_deg.get(name) ?? 0)) < NEAR_DEG);
  return isClose && length(minus(first.root_m, second.root_m)) < NEAR_M;
}

function blend(a: number, b: number, by: number): number {
  return a + (b - a) * by;
}
