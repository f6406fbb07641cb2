/** A picture's landmarks as one binary message; contract/live.json holds examples. */

export const LANDMARKS = 33;
const VERSION = 1;
const HEAD = 16;

/** What a pose model saw: x [px], y [px] and visibility of each landmark, one after the other; null: nobody. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly time_s: number;
  readonly landmarks: Float32Array | null;
}

export function writeFrame({ width, height, time_s, landmarks }: Frame): ArrayBuffer {
  const data = new ArrayBuffer(HEAD + (landmarks === null ? 0 : landmarks.length * 4));
  const view = new DataView(data);
  view.setUint16(0, VERSION, true);
  view.setUint16(2, width, true);
  view.setUint16(4, height, true);
  view.setUint16(6, landmarks === null ? 0 : LANDMARKS, true);
  view.setFloat64(8, time_s, true);
  landmarks?.forEach((value, at) => view.setFloat32(HEAD + 4 * at, value, true));
  return data;
}
