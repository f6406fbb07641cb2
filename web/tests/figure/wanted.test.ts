/** Where the figure moves at once, waits to be asked, or is not offered; and who it is. */
import { expect, test } from "vitest";
import { BODIES, readBodyName, writeBodyName } from "../../src/figure/remember";
import { wantedOn } from "../../src/figure/wanted";

const ABLE = { reducesMotion: false, savesData: false, hasWebGl: true };

test("it moves at once only where nothing speaks against it", () => {
  expect(wantedOn(ABLE)).toBe("now");
  expect(wantedOn({ ...ABLE, reducesMotion: true })).toBe("asked");
  expect(wantedOn({ ...ABLE, savesData: true })).toBe("asked");
  expect(wantedOn({ ...ABLE, hasWebGl: false })).toBe("never");
  expect(wantedOn({ reducesMotion: true, savesData: true, hasWebGl: false })).toBe("never");
});

test("who was chosen is remembered; nonsense and a browser that keeps nothing are as if nobody was", () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) } as unknown as Storage;
  expect(readBodyName(() => storage, BODIES, "woman")).toBe("woman");
  writeBodyName(() => storage, "man");
  expect(readBodyName(() => storage, BODIES, "woman")).toBe("man");
  kept.forEach((_, key) => kept.set(key, "nobody"));
  expect(readBodyName(() => storage, BODIES, "woman")).toBe("woman");
  const none = (): Storage => {
    throw new Error("kept nowhere");
  };
  writeBodyName(none, "man");
  expect(readBodyName(none, BODIES, "woman")).toBe("woman");
});
