/** How finely and how often the figure may be drawn, so that nothing else on the page waits for it. Pure. */

export interface Pace {
  /** How many of the pixels there could be, along each edge: 1 is all. */
  readonly fineness: number;
  /** The least time from one drawing to the next [ms]. */
  readonly gap_ms: number;
  /** How long the last drawings were apart [ms]. */
  readonly seen: readonly number[];
}

// All of these are ours. A screen shows a new picture every 17 ms; twice that still moves smoothly.
const SLOW_MS = 36;
const ENOUGH = 8; // drawings looked at before anything is changed
const LEAST_FINENESS = 0.5;
const COARSER = 0.72;
const FIRST_GAP_MS = 60;
const LONGEST_GAP_MS = 240;

export const FULL: Pace = { fineness: 1, gap_ms: 0, seen: [] };

/** Return the pace after a drawing that came so long after the one before it [ms]; it only ever grows easier. */
export function after(pace: Pace, apart_ms: number): Pace {
  const seen = [...pace.seen, apart_ms];
  if (seen.length < ENOUGH) return { ...pace, seen };
  const middle = [...seen].sort((a, b) => a - b)[seen.length >> 1] ?? 0;
  return middle <= Math.max(SLOW_MS, pace.gap_ms * 1.5) ? { ...pace, seen: [] } : easier(pace);
}

function easier({ fineness, gap_ms }: Pace): Pace {
  if (fineness > LEAST_FINENESS) return { fineness: Math.max(LEAST_FINENESS, fineness * COARSER), gap_ms, seen: [] };
  return { fineness, gap_ms: Math.min(LONGEST_GAP_MS, Math.max(FIRST_GAP_MS, gap_ms * 1.5)), seen: [] };
}
