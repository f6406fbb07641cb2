/** Where the figure is looked at from: the same view as the still, turned by the orbit. Pure. */
import type { View } from "./clip";
import type { Orbit } from "./orbit";
import type { Vector } from "./quaternion";
import { length, minus, plus, times } from "./quaternion";

/** From top to bottom of a picture [deg], and its width to its height: as the stills are drawn (figure/view.py). */
export const FIELD_DEG = 16;
export const FORM = 4 / 3;

const RAD = Math.PI / 180;

/** Return the view of the mirrored movement. */
export function mirroredView(view: View): View {
  const [x, y, z] = view.target_m;
  return { ...view, azimuth_deg: -view.azimuth_deg, target_m: [x, -y, z] };
}

/** Return the direction from the target to the camera. */
export function towards(view: View, orbit: Orbit): Vector {
  const turn = (view.azimuth_deg + orbit.around_deg) * RAD;
  const rise = (view.elevation_deg + orbit.up_deg) * RAD;
  return [Math.cos(rise) * Math.cos(turn), Math.cos(rise) * Math.sin(turn), Math.sin(rise)];
}

/** A ball around all that moves. */
export interface Ball {
  readonly middle_m: Vector;
  readonly radius_m: number;
}

const FLESH_M = 0.22; // how far head, hands and feet reach beyond their joints; ours
const WHOLLY_DEG = 45; // turned so far, the camera looks at the middle of the ball, from where all of it is seen; ours

/** Return the ball around joints [m] and their mirror images. */
export function ballAround(joints_m: readonly Vector[]): Ball {
  const ends = ([0, 2] as const).map((axis) => joints_m.map((one) => one[axis]));
  const [x = 0, z = 0] = ends.map((values) => (Math.min(...values) + Math.max(...values)) / 2);
  const middle_m: Vector = [x, 0, z];
  return { middle_m, radius_m: FLESH_M + Math.max(...joints_m.map((one) => length(minus(one, middle_m)))) };
}

/** Return the view from which one looks when turned: it goes over to one that holds the whole ball, however turned. */
export function holding(view: View, orbit: Orbit, { middle_m, radius_m }: Ball): View {
  const gone = Math.min(1, Math.hypot(orbit.around_deg, orbit.up_deg) / WHOLLY_DEG);
  if (gone === 0) return view;
  const span_m = Math.max(view.span_m, (2 * FORM * radius_m) / Math.cos((FIELD_DEG / 2) * RAD));
  return {
    ...view,
    target_m: plus(view.target_m, times(minus(middle_m, view.target_m), gone)),
    span_m: view.span_m + gone * (span_m - view.span_m),
  };
}

/** Return where the camera stands [m]. */
export function eyeOf(view: View, orbit: Orbit): Vector {
  const distance = view.span_m / FORM / 2 / Math.tan((FIELD_DEG / 2) * RAD);
  return plus(view.target_m, times(towards(view, orbit), distance));
}
