/** Where the figure is looked at from: the same view as the still, turned by the orbit. Pure. */
import type { View } from "./clip";
import type { Orbit } from "./orbit";
import type { Vector } from "./quaternion";
import { plus, times } from "./quaternion";

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

/** Return where the camera stands [m]. */
export function eyeOf(view: View, orbit: Orbit): Vector {
  const distance = view.span_m / FORM / 2 / Math.tan((FIELD_DEG / 2) * RAD);
  return plus(view.target_m, times(towards(view, orbit), distance));
}
