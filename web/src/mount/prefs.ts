/** How the person wants to hear the session and to use its keys, remembered on this device. */
import { boolean, number, object, optional } from "../validate";

export interface Prefs {
  readonly voice: boolean;
  readonly tones: boolean;
  /** Whether letters on the keyboard do something; the space bar always does. */
  readonly keys: boolean;
  /** 0 to 1. */
  readonly volume: number;
  /** Whether the camera counts where it can. */
  readonly watches: boolean;
}

const KEY = "lumbar-sound";
const prefs = object({ voice: boolean, tones: boolean, volume: number, keys: optional(boolean, true), watches: optional(boolean, false) });

/** Read what was remembered; whatever cannot be read is as if it had never been. */
export function readPrefs(storage: () => Storage, voice: boolean): Prefs {
  const otherwise = { voice, tones: true, volume: 0.8, keys: true, watches: false };
  try {
    const read = prefs(JSON.parse(storage().getItem(KEY) ?? "null"), KEY);
    return read.ok ? { ...read.value, volume: Math.min(1, Math.max(0, read.value.volume)) } : otherwise;
  } catch {
    return otherwise;
  }
}

export function writePrefs(storage: () => Storage, { voice, tones, volume, keys, watches }: Prefs): void {
  try {
    storage().setItem(KEY, JSON.stringify({ voice, tones, volume, keys, watches }));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
