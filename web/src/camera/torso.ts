/** How far two skeletons are from one another. */

type Point = readonly [number, number];

const SHOULDERS = [11, 12] as const;
const HIPS = [23, 24] as const;
const WHOLE = [...SHOULDERS, ...HIPS, 25, 26, 27, 28] as const;

/**
 * Return how far, in lengths of the second one's trunk: the middle distance of shoulders, hips, knees and ankles, or that
 * between the shoulders, or the hips, where it is more. A track that lost the head of somebody lying still keeps the legs.
 */
export function apart(one: Float32Array, other: Float32Array): number {
  const trunk = between(middle(other, SHOULDERS), middle(other, HIPS));
  const gaps = WHOLE.map((mark) => between(at(one, mark), at(other, mark))).sort((a, b) => a - b);
  const usual = ((gaps[3] ?? 0) + (gaps[4] ?? 0)) / 2;
  const ends = [SHOULDERS, HIPS].map((pair) => between(middle(one, pair), middle(other, pair)));
  return trunk === 0 ? Infinity : Math.max(usual, ...ends) / trunk;
}

function at(of: Float32Array, mark: number): Point {
  return [of[3 * mark] ?? 0, of[3 * mark + 1] ?? 0];
}

function middle(of: Float32Array, [left, right]: readonly [number, number]): Point {
  const [[ax, ay], [bx, by]] = [at(of, left), at(of, right)];
  return [(ax + bx) / 2, (ay + by) / 2];
}

function between([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}
