/** From a body's file to its skin. */
import type { Result } from "../result";
import { fail, ok } from "../result";
import { array, number, object, string } from "../validate";
import type { Column, Glb } from "./glb";
import { readGlb } from "./glb";
import type { Ink, Skin } from "./skin";
import { readTree, vector } from "./tree";

const extras = object({ unit_m: number, middle_m: vector, hands: array(string) });

/** Read a body; one without a tree, or with less than a skin needs, is a fault. */
export function readBody(data: ArrayBuffer): Result<Skin> {
  const glb = readGlb(data);
  if (!glb.ok) return glb;
  const said = extras(glb.value.file.extras, "body");
  const tree = readTree(glb.value.file.extras, "body");
  if (!said.ok) return said;
  if (!tree.ok) return tree;
  const { unit_m, middle_m, hands } = said.value;
  const parts = glb.value.file.meshes[0]?.primitives ?? [];
  const { POSITION, JOINTS_0, WEIGHTS_0 } = parts[0]?.attributes ?? {};
  if (POSITION === undefined || JOINTS_0 === undefined || WEIGHTS_0 === undefined) return fail("body should have a skin");
  const column = glb.value.column;
  const places = metres(column(POSITION), unit_m);
  return ok({
    tree: tree.value,
    places_m: places.map((value, at) => value + (middle_m[at % 3] ?? 0)),
    ...painted(glb.value),
    bones: Uint8Array.from(column(JOINTS_0).numbers),
    weights: metres(column(WEIGHTS_0), 1),
    hands: new Map(hands.map((name, at) => [name, metres(column(parts[0]?.targets[at]?.["POSITION"] ?? -1), unit_m)])),
  });
}

/** Shares of a unit as the numbers they stand for. */
function metres({ numbers, most }: Column, unit: number): Float32Array {
  return Float32Array.from(numbers, (value) => (value / most) * unit);
}

function painted({ file, column }: Glb): Pick<Skin, "triangles" | "inks"> {
  const parts = file.meshes[0]?.primitives ?? [];
  const corners = parts.map((part) => column(part.indices).numbers);
  const triangles = new Uint16Array(corners.reduce((sum, some) => sum + some.length, 0));
  const inks: Ink[] = [];
  let start = 0;
  for (const [at, some] of corners.entries()) {
    triangles.set(some, start);
    inks.push({ name: file.materials[parts[at]?.material ?? -1]?.name ?? "", start, count: some.length });
    start += some.length;
  }
  return { triangles, inks };
}
