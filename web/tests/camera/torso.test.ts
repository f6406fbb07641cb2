import { expect, test } from "vitest";
import { apart } from "../../src/camera/torso";

/** Somebody from the side: shoulders, hips, knees, ankles [px]; the other side lies behind. */
function body(...[shoulder, hip, knee, ankle]: readonly (readonly [number, number])[]): Float32Array {
  const found = new Float32Array(33 * 3);
  [shoulder, hip, knee, ankle].forEach((place, part) => {
    const first = [11, 23, 25, 27][part] ?? 0;
    for (const mark of [first, first + 1]) found.set(place ?? [], 3 * mark);
  });
  return found;
}
const LYING = body([205, 166], [142, 167], [117, 125], [93, 171]);

test("a skeleton is no way from itself, and nowhere near one that has no trunk", () => {
  expect(apart(LYING, LYING)).toBe(0);
  expect(apart(LYING, body([0, 0], [0, 0], [0, 0], [0, 0]))).toBe(Infinity);
});

test("a track that left the head behind is far, though its legs are right", () => {
  expect(apart(body([109, 155], [138, 156], [126, 139], [96, 172]), LYING)).toBeGreaterThan(1);
});

test("legs that are taken for one another are near: they are told apart elsewhere", () => {
  const swapped = Float32Array.from(LYING);
  swapped.set([117, 165, 0, 117, 125, 0], 3 * 25);
  expect(apart(swapped, LYING)).toBeLessThan(0.2);
});
