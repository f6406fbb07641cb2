/** A body's file is read: shares become metres, rows that stand apart come together, and what is no body is said. */
import { describe, expect, test } from "vitest";
import { readBody } from "../../src/figure/body";
import { normalsOf, shaped } from "../../src/figure/skin";

const TREE = {
  segments: [{ name: "pelvis", parent: null, offset_m: [0, 0, 0] }],
  joints: [],
  bones: [{ name: "pelvis", segment: "pelvis", share: 1 }],
  points: {},
};

/** Four vertices of a square, two triangles in two inks, and one vertex that a flat hand moves. */
function file(extras: object = TREE): ArrayBuffer {
  const places = [0, 0, 0, 0, 32767, 0, 0, 0, 32767, 32767, 0, 0, 0, 32767, 0, 0]; // x y z and two bytes of padding
  const parts: readonly ArrayBufferView[] = [
    Int16Array.from(places),
    new Uint8Array(16),
    Uint8Array.from({ length: 16 }, (_, at) => (at % 4 === 0 ? 255 : 0)),
    Uint16Array.from([0, 1, 2, 0]),
    Uint16Array.from([0, 2, 3, 0]),
    Uint16Array.from([3, 0]),
    Int16Array.from([0, 0, 16384, 0]),
  ];
  const starts = parts.reduce<number[]>((all, part) => [...all, (all.at(-1) ?? 0) + part.byteLength], [0]);
  const said = {
    accessors: [
      { bufferView: 0, componentType: 5122, normalized: true, count: 4, type: "VEC3" },
      { bufferView: 1, componentType: 5121, count: 4, type: "VEC4" },
      { bufferView: 2, componentType: 5121, normalized: true, count: 4, type: "VEC4" },
      { bufferView: 3, componentType: 5123, count: 3, type: "SCALAR" },
      { bufferView: 4, componentType: 5123, count: 3, type: "SCALAR" },
      {
        componentType: 5122,
        normalized: true,
        count: 4,
        type: "VEC3",
        sparse: { count: 1, indices: { bufferView: 5, componentType: 5123 }, values: { bufferView: 6 } },
      },
    ],
    bufferViews: parts.map((part, at) => ({ byteOffset: starts[at], byteLength: part.byteLength, ...(at === 0 ? { byteStride: 8 } : {}) })),
    meshes: [
      {
        primitives: [3, 4].map((indices, material) => ({
          attributes: { POSITION: 0, JOINTS_0: 1, WEIGHTS_0: 2 },
          indices,
          material,
          targets: [{ POSITION: 5 }],
        })),
      },
    ],
    materials: [{ name: "shirt" }, { name: "skin" }],
    extras: { ...extras, unit_m: 2, middle_m: [0, 0, 1], hands: ["flat"] },
  };
  const text = new TextEncoder().encode(JSON.stringify(said));
  const padded = Math.ceil(text.length / 4) * 4;
  const all = new Uint8Array(20 + padded + 8 + (starts.at(-1) ?? 0)).fill(32);
  const head = new DataView(all.buffer);
  [0x46546c67, 2, all.length, padded, 0x4e4f534a].forEach((value, at) => head.setUint32(4 * at, value, true));
  all.set(text, 20);
  parts.forEach((part, at) => all.set(new Uint8Array(part.buffer), 20 + padded + 8 + (starts[at] ?? 0)));
  return all.buffer;
}

describe("a body", () => {
  const read = readBody(file());
  if (!read.ok) throw new Error(read.faults.join("\n"));
  const skin = read.value;

  test("has its vertices in metres, and its triangles ink by ink", () => {
    expect([...skin.places_m]).toEqual([0, 0, 1, 2, 0, 1, 2, 2, 1, 0, 2, 1]);
    expect([...skin.triangles]).toEqual([0, 1, 2, 0, 2, 3]);
    expect(skin.inks).toEqual([{ name: "shirt", start: 0, count: 3 }, { name: "skin", start: 3, count: 3 }]);
    expect([...skin.weights].filter((weight) => weight === 1)).toHaveLength(4);
  });

  test("has hands that take a shape on their own side only", () => {
    expect(shaped(skin, "flat", "relaxed")[11]).toBeCloseTo(2, 3);
    expect([...shaped(skin, "relaxed", "flat")]).toEqual([...skin.places_m]);
  });

  test("has normals of length one that look out of the triangles", () => {
    expect([...normalsOf(skin.places_m, skin.triangles)]).toEqual([0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1]);
  });
});

test("vertices at one place, parted where two inks meet, share a normal", () => {
  const places = Float32Array.from([0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
  const normals = normalsOf(places, [0, 1, 2, 3, 4, 5]);
  expect([...normals.slice(0, 3)]).toEqual([...normals.slice(9, 12)]);
  expect(normals[0]).toBeCloseTo(Math.SQRT1_2, 6);
});

test("what is no body is said, and throws nothing", () => {
  expect(readBody(new ArrayBuffer(3)).ok).toBe(false);
  expect(readBody(new TextEncoder().encode("no body at all, not in the least").buffer as ArrayBuffer).ok).toBe(false);
  expect(readBody(file({ ...TREE, bones: [{ name: "tail", segment: "tail", share: 1 }] })).ok).toBe(false);
});
