/** How the person wants to hear the session and to use its keys, remembered on this device. */
import { boolean, number, object, optional, string } from "../validate";

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

/** What the page of settings says, for every device. */
export type Settings = Pick<Prefs, "voice" | "watches">;

const KEY = "lumbar-sound";
const FIRST: Settings = { voice: true, watches: false };
const prefs = object({
  voice: boolean,
  tones: boolean,
  volume: number,
  keys: optional(boolean, true),
  watches: optional(boolean, false),
  settings: optional(object({ voice: boolean, watches: boolean }), FIRST),
  session: optional(string, ""),
});

/**
 * Read what was remembered; whatever cannot be read is as if it had never been.
 *
 * A setting that was changed since then holds: whoever changed it wants it so from now on. Whether the camera watches is
 * remembered for one session alone: no other opens a camera that was not asked for.
 */
export function readPrefs(storage: () => Storage, session: string, { voice, watches }: Settings): Prefs {
  const otherwise = { voice, tones: true, volume: 0.8, keys: true, watches };
  try {
    const read = prefs(JSON.parse(storage().getItem(KEY) ?? "null"), KEY);
    if (!read.ok) return otherwise;
    const { settings, session: of, ...kept } = read.value;
    return {
      ...kept,
      voice: settings.voice === voice ? kept.voice : voice,
      watches: of === session && settings.watches === watches ? kept.watches : watches,
      volume: Math.min(1, Math.max(0, kept.volume)),
    };
  } catch {
    return otherwise;
  }
}

/** Remember them, and what the settings said meanwhile. */
export function writePrefs(storage: () => Storage, session: string, { voice, tones, volume, keys, watches }: Prefs, settings: Settings): void {
  try {
    const said: Settings = { voice: settings.voice, watches: settings.watches };
    storage().setItem(KEY, JSON.stringify({ voice, tones, volume, keys, watches, settings: said, session }));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
