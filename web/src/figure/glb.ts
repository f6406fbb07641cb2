/**
 * Reading a body's file: binary glTF, as much of it as our bodies use.
 *
 * A loader for every glTF there is would weigh more than our own scripts together.
 */
import type { Result } from "../result";
import { fail, ok } from "../result";
import { array, boolean, number, object, oneOf, optional, record, string } from "../validate";
import type { Validator } from "../validate";

const COMPONENTS = { 5120: Int8Array, 5121: Uint8Array, 5122: Int16Array, 5123: Uint16Array, 5125: Uint32Array, 5126: Float32Array } as const;
const WIDTHS = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 } as const;
const MOST: Readonly<Record<number, number>> = { 5120: 127, 5121: 255, 5122: 32767, 5123: 65535 };
const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;

type Numbers = Int8Array | Uint8Array | Int16Array | Uint16Array | Uint32Array | Float32Array;

/** Numbers of one accessor: `width` to a row; `most`: the whole number that stands for one, where they are shares. */
export interface Column {
  readonly numbers: Numbers;
  readonly width: number;
  readonly most: number;
}

const anything: Validator<unknown> = (data) => ok(data);
const part = object({ bufferView: number, byteOffset: optional(number, 0) });
const accessor = object({
  bufferView: optional(number, -1),
  byteOffset: optional(number, 0),
  componentType: number,
  normalized: optional(boolean, false),
  count: number,
  type: oneOf("SCALAR", "VEC2", "VEC3", "VEC4", "MAT4"),
  sparse: optional(object({ count: number, indices: object({ bufferView: number, componentType: number }), values: part }), null),
});
const view = object({ byteOffset: optional(number, 0), byteLength: number, byteStride: optional(number, 0) });
const primitive = object({
  attributes: record(number),
  indices: number,
  material: number,
  targets: optional(array(record(number)), []),
});
const file = object({
  accessors: array(accessor),
  bufferViews: array(view),
  meshes: array(object({ primitives: array(primitive) })),
  materials: array(object({ name: string })),
  extras: optional(anything, null),
});

type Read<V> = V extends Validator<infer T> ? T : never;
export type File = Read<typeof file>;
type Accessor = Read<typeof accessor>;

/** A file that was read: what it says of itself, and the numbers behind each accessor. */
export interface Glb {
  readonly file: File;
  readonly column: (accessor: number) => Column;
}

/** Read a file; what is not binary glTF is a fault. */
export function readGlb(data: ArrayBuffer): Result<Glb> {
  const head = new DataView(data);
  if (data.byteLength < 20 || head.getUint32(0, true) !== MAGIC || head.getUint32(16, true) !== JSON_CHUNK) return fail("body should be binary glTF");
  const size = head.getUint32(12, true);
  const read = parsed(new Uint8Array(data, 20, size));
  if (!read.ok) return read;
  const start = 20 + size + 8;
  return ok({ file: read.value, column: (at) => columnOf(read.value, at, data, start) });
}

function parsed(bytes: Uint8Array): Result<File> {
  try {
    return file(JSON.parse(new TextDecoder().decode(bytes)), "body");
  } catch {
    return fail("body should hold JSON");
  }
}

function columnOf({ accessors, bufferViews }: File, at: number, data: ArrayBuffer, start: number): Column {
  const found = accessors[at];
  if (found === undefined) throw new RangeError(`body has no accessor ${at}`);
  const width = WIDTHS[found.type];
  const rows = (place: number, kind: number, offset: number, count: number, wide: number): Numbers => {
    const { byteOffset, byteStride } = bufferViews[place] ?? { byteOffset: 0, byteStride: 0 };
    return rowsOf(data, start + byteOffset + offset, kind, count, wide, byteStride);
  };
  const isThere = found.bufferView >= 0;
  const numbers = isThere ? rows(found.bufferView, found.componentType, found.byteOffset, found.count, width) : new (arrayOf(found.componentType))(found.count * width);
  if (found.sparse !== null) scatter(numbers, found.sparse, width, found.componentType, rows);
  return { numbers, width, most: found.normalized ? (MOST[found.componentType] ?? 1) : 1 };
}

type Rows = (place: number, kind: number, offset: number, count: number, width: number) => Numbers;

/** Put the few rows of a sparse accessor in their places. */
function scatter(numbers: Numbers, { count, indices, values }: NonNullable<Accessor["sparse"]>, width: number, kind: number, rows: Rows): void {
  const moved = rows(values.bufferView, kind, values.byteOffset, count, width);
  for (const [row, to] of rows(indices.bufferView, indices.componentType, 0, count, 1).entries()) {
    numbers.set(moved.subarray(row * width, (row + 1) * width), to * width);
  }
}

/** Return rows side by side, wherever they stand apart: glTF keeps every vertex at a multiple of four bytes. */
function rowsOf(data: ArrayBuffer, from: number, kind: number, count: number, width: number, stride: number): Numbers {
  const make = arrayOf(kind);
  const size = make.BYTES_PER_ELEMENT;
  const step = (stride || width * size) / size;
  const all = new make(data.slice(from, from + Math.max(0, (count - 1) * step + width) * size));
  if (step === width) return all;
  const side = new make(count * width);
  for (let row = 0; row < count; row += 1) side.set(all.subarray(row * step, row * step + width), row * width);
  return side;
}

function arrayOf(kind: number): (typeof COMPONENTS)[keyof typeof COMPONENTS] {
  return COMPONENTS[kind as keyof typeof COMPONENTS] ?? Float32Array;
}
