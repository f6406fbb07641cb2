/** The skin of a body: its vertices as they were made, what each is painted with, and the bones that carry it. Pure. */
import type { Hand } from "./clip";
import type { Tree } from "./tree";

export interface Skin {
  readonly tree: Tree;
  /** Three numbers a vertex [m], all angles zero, the middle of the hip joints at the origin. */
  readonly places_m: Float32Array;
  /** Three vertices each; those of one ink stand together. */
  readonly triangles: Uint16Array;
  readonly inks: readonly Ink[];
  /** Four bones a vertex, by their place in the tree, and how much each carries; the four sum to one. */
  readonly bones: Uint8Array;
  readonly weights: Float32Array;
  /** Moves of all vertices [m] to other shapes of the hands than relaxed. */
  readonly hands: ReadonlyMap<string, Float32Array>;
}

/** What some triangles are painted with: from the corner at `start`, `count` corners. */
export interface Ink {
  readonly name: string;
  readonly start: number;
  readonly count: number;
}

/** Return the places of the vertices with the hands in some shape [m]; the left hand is where y is above zero. */
export function shaped(skin: Skin, left: Hand, right: Hand): Float32Array {
  const places = skin.places_m.slice();
  for (const [hand, isOf] of [[left, (y: number) => y > 0], [right, (y: number) => y <= 0]] as const) {
    const moves = skin.hands.get(hand);
    if (moves === undefined) continue;
    for (let at = 0; at < places.length; at += 3) {
      if (!isOf(skin.places_m[at + 1] ?? 0)) continue;
      for (let axis = at; axis < at + 3; axis += 1) places[axis] = (places[axis] ?? 0) + (moves[axis] ?? 0);
    }
  }
  return places;
}

/**
 * Return unit normals of a smooth skin, three numbers a vertex: the mean of the triangles around, by their size.
 *
 * Vertices at one place, parted where two inks meet, share one normal, so that no seam is seen.
 */
export function normalsOf(places_m: Float32Array, triangles: ArrayLike<number>): Float32Array {
  const twins = twinsOf(places_m);
  const normals = new Float32Array(places_m.length);
  for (let at = 0; at < triangles.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((corner) => (triangles[at + corner] ?? 0) * 3) as [number, number, number];
    const face = cross(edge(places_m, a, b), edge(places_m, a, c));
    for (const corner of [a, b, c]) {
      const to = (twins[corner / 3] ?? 0) * 3;
      for (let axis = 0; axis < 3; axis += 1) normals[to + axis] = (normals[to + axis] ?? 0) + (face[axis] ?? 0);
    }
  }
  return united(normals, twins);
}

/** Return for each vertex the first one at the same place, to a hundredth of a millimetre. */
function twinsOf(places_m: Float32Array): Uint32Array {
  const first = new Map<string, number>();
  return Uint32Array.from({ length: places_m.length / 3 }, (_, at) => {
    const key = [0, 1, 2].map((axis) => Math.round((places_m[3 * at + axis] ?? 0) * 1e5)).join();
    const found = first.get(key) ?? at;
    first.set(key, found);
    return found;
  });
}

function united(sums: Float32Array, twins: Uint32Array): Float32Array {
  const normals = new Float32Array(sums.length);
  for (const [at, twin] of twins.entries()) {
    const [x, y, z] = [sums[3 * twin] ?? 0, sums[3 * twin + 1] ?? 0, sums[3 * twin + 2] ?? 0];
    const size = Math.hypot(x, y, z) || 1;
    normals.set([x / size, y / size, z / size], 3 * at);
  }
  return normals;
}

type Three = readonly [number, number, number];

function edge(places: Float32Array, from: number, to: number): Three {
  return [0, 1, 2].map((axis) => (places[to + axis] ?? 0) - (places[from + axis] ?? 0)) as unknown as Three;
}

function cross([ax, ay, az]: Three, [bx, by, bz]: Three): Three {
  return [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
}
