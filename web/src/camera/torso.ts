/** How far two skeletons are from one another. */

const TORSO = [11, 12, 23, 24] as const;
const WHOLE = [...TORSO, 25, 26, 27, 28] as const;

/** Return the middle distance of shoulders, hips, knees and ankles, in lengths of the second one's trunk. */
export function apart(one: Float32Array, other: Float32Array): number {
  const at = (of: Float32Array, mark: number): readonly [number, number] => [of[3 * mark] ?? 0, of[3 * mark + 1] ?? 0];
  const middle = (of: Float32Array, a: number, b: number): readonly [number, number] => {
    const [[ax, ay], [bx, by]] = [at(of, a), at(of, b)];
    return [(ax + bx) / 2, (ay + by) / 2];
  };
  const [[sx, sy], [hx, hy]] = [middle(other, TORSO[0], TORSO[1]), middle(other, TORSO[2], TORSO[3])];
  const trunk = Math.hypot(sx - hx, sy - hy);
  const gaps = WHOLE.map((mark) => {
    const [[ax, ay], [bx, by]] = [at(one, mark), at(other, mark)];
    return Math.hypot(ax - bx, ay - by);
  }).sort((a, b) => a - b);
  return trunk === 0 ? Infinity : ((gaps[3] ?? 0) + (gaps[4] ?? 0)) / 2 / trunk;
}
