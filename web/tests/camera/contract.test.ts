/** The messages of the live coach, as the server's tests wrote them: the page writes the same bytes and reads every kind. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { writeFrame } from "../../src/camera/frame";
import { readTold } from "../../src/camera/told";

interface Example {
  readonly width: number;
  readonly height: number;
  readonly time_s: number;
  readonly landmarks: readonly (readonly number[])[] | null;
  readonly hex: string;
}
const HELD = JSON.parse(readFileSync(new URL("../../../contract/live.json", import.meta.url), "utf8")) as {
  readonly frames: readonly Example[];
  readonly told: readonly { readonly kind: string }[];
};

describe("the contract of the live coach", () => {
  test.each(HELD.frames)("a frame at $time_s s has the very bytes", ({ hex, landmarks, ...frame }) => {
    const rows = landmarks === null ? null : Float32Array.from(landmarks.flat());
    expect(Buffer.from(writeFrame({ ...frame, landmarks: rows })).toString("hex")).toBe(hex);
  });

  test.each(HELD.told)("a message of the kind $kind is read", (message) => {
    const read = readTold(JSON.stringify(message));
    expect(read).toMatchObject({ ok: true, value: { kind: message.kind } });
  });

  test("a kind of tomorrow is passed over, and nonsense is a fault", () => {
    expect(readTold('{"kind":"song"}')).toEqual({ ok: true, value: null });
    expect(readTold("{").ok).toBe(false);
    expect(readTold('{"kind":"peak","side":"up","count":1}').ok).toBe(false);
  });
});
