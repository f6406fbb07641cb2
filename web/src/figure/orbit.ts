/** Looking around the figure: by how much the camera is turned from where the still was taken. Pure. */

/** Turned from the view [deg]: around to the right, and up. */
export interface Orbit {
  readonly around_deg: number;
  readonly up_deg: number;
}

export const STRAIGHT: Orbit = { around_deg: 0, up_deg: 0 };

/** The camera stays above the floor and short of straight above, where left and right would swap; ours. */
const LOWEST_DEG = 3;
const HIGHEST_DEG = 80;
const DEG_PER_WIDTH = 200; // a drag across the whole figure goes a little more than half-way round; ours
const KEY_DEG = 15;

/** Return the orbit after a drag, told in shares of the figure's width. */
export function dragged(orbit: Orbit, right: number, down: number, elevation_deg: number): Orbit {
  return turnedBy(orbit, -right * DEG_PER_WIDTH, down * DEG_PER_WIDTH, elevation_deg);
}

/** Return the orbit after a key, or nothing where the key does not turn it. */
export function keyed(orbit: Orbit, key: string, elevation_deg: number): Orbit | null {
  switch (key) {
    case "ArrowLeft":
      return turnedBy(orbit, -KEY_DEG, 0, elevation_deg);
    case "ArrowRight":
      return turnedBy(orbit, KEY_DEG, 0, elevation_deg);
    case "ArrowUp":
      return turnedBy(orbit, 0, KEY_DEG, elevation_deg);
    case "ArrowDown":
      return turnedBy(orbit, 0, -KEY_DEG, elevation_deg);
    case "Home":
      return STRAIGHT;
    default:
      return null;
  }
}

function turnedBy(orbit: Orbit, around: number, up: number, elevation_deg: number): Orbit {
  const elevation = Math.min(HIGHEST_DEG, Math.max(LOWEST_DEG, elevation_deg + orbit.up_deg + up));
  return { around_deg: wrapped(orbit.around_deg + around), up_deg: elevation - elevation_deg };
}

/** The same direction, in (-180, 180]. */
function wrapped(angle: number): number {
  const within = ((angle % 360) + 360) % 360;
  return within > 180 ? within - 360 : within;
}

/** Return the orbit a share of the way back to where the still was taken. */
export function back(orbit: Orbit, share: number): Orbit {
  const left = 1 - Math.min(1, Math.max(0, share));
  return { around_deg: orbit.around_deg * left, up_deg: orbit.up_deg * left };
}

export function isStraight(orbit: Orbit): boolean {
  return Math.abs(orbit.around_deg) < 0.01 && Math.abs(orbit.up_deg) < 0.01;
}
