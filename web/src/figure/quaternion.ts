/** Turns in space as quaternions [x, y, z, w], and vectors [x, y, z]; every function makes a new one. */
export type Vector = readonly [number, number, number];
export type Quaternion = readonly [number, number, number, number];
export type Axis = "x" | "y" | "z";

export const NO_TURN: Quaternion = [0, 0, 0, 1];
export const ORIGIN: Vector = [0, 0, 0];

/** Return the turn by an angle [rad] about an axis of the room. */
export function about(axis: Axis, angle: number): Quaternion {
  const sine = Math.sin(angle / 2);
  const cosine = Math.cos(angle / 2);
  return axis === "x" ? [sine, 0, 0, cosine] : axis === "y" ? [0, sine, 0, cosine] : [0, 0, sine, cosine];
}

/** Return the turn that is `second`, as the frame of `first` sees it, after `first`. */
export function combined([ax, ay, az, aw]: Quaternion, [bx, by, bz, bw]: Quaternion): Quaternion {
  return [
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
    aw * bw - ax * bx - ay * by - az * bz,
  ];
}

/** Return a share of a turn: the same axis, that share of the angle; of the two ways round, the one nearer to `near`. */
export function part(turn: Quaternion, share: number, near: Quaternion = NO_TURN): Quaternion {
  const side = turn[0] * near[0] + turn[1] * near[1] + turn[2] * near[2] + turn[3] * near[3] < 0 ? -1 : 1;
  const [x, y, z, w] = [side * turn[0], side * turn[1], side * turn[2], side * turn[3]];
  const sine = Math.hypot(x, y, z);
  if (sine < 1e-12) return NO_TURN;
  const half = Math.atan2(sine, w) * share;
  const scale = Math.sin(half) / sine;
  return [x * scale, y * scale, z * scale, Math.cos(half)];
}

/** Return a vector turned. */
export function turned([x, y, z, w]: Quaternion, [vx, vy, vz]: Vector): Vector {
  const tx = 2 * (y * vz - z * vy);
  const ty = 2 * (z * vx - x * vz);
  const tz = 2 * (x * vy - y * vx);
  return [vx + w * tx + y * tz - z * ty, vy + w * ty + z * tx - x * tz, vz + w * tz + x * ty - y * tx];
}

export function plus([ax, ay, az]: Vector, [bx, by, bz]: Vector): Vector {
  return [ax + bx, ay + by, az + bz];
}

export function minus([ax, ay, az]: Vector, [bx, by, bz]: Vector): Vector {
  return [ax - bx, ay - by, az - bz];
}

export function times([x, y, z]: Vector, by: number): Vector {
  return [x * by, y * by, z * by];
}

export function length([x, y, z]: Vector): number {
  return Math.hypot(x, y, z);
}
