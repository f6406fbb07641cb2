/** The tones: three rising steps into a start, a falling end, and two notes for a change of side. */
import type { Tone } from "../player/input";

export interface Tones {
  /** Call from a tap: only then may a page make a sound. */
  unlock(): void;
  play(tone: Tone, volume: number): void;
}

export const NO_TONES: Tones = { unlock: () => undefined, play: () => undefined };

/** One note: its pitch [Hz], when it begins [s from now] and how long it lasts [s]. */
export interface Note {
  readonly hz: number;
  readonly at_s: number;
  readonly for_s: number;
}

/** Nothing here is short and high alone: old ears and small speakers hear 400 to 1300 Hz best. */
export const NOTES: Readonly<Record<Tone, readonly Note[]>> = {
  three: [{ hz: 523.25, at_s: 0, for_s: 0.12 }],
  two: [{ hz: 587.33, at_s: 0, for_s: 0.12 }],
  one: [{ hz: 659.25, at_s: 0, for_s: 0.12 }],
  start: [{ hz: 1046.5, at_s: 0, for_s: 0.35 }],
  end: [
    { hz: 784, at_s: 0, for_s: 0.14 },
    { hz: 523.25, at_s: 0.15, for_s: 0.3 },
  ],
  change: [
    { hz: 659.25, at_s: 0, for_s: 0.16 },
    { hz: 880, at_s: 0.18, for_s: 0.16 },
    { hz: 659.25, at_s: 0.36, for_s: 0.2 },
  ],
};

const ATTACK_S = 0.01;
const LOUDEST = 0.5;

/** Make tones with Web Audio. The context is made at the first tap, and woken whenever the device has put it to sleep. */
export function webTones(makeContext: () => AudioContext): Tones {
  let context: AudioContext | null = null;

  /** iOS says `interrupted` after a call or the lock screen, others say `suspended`: neither is `running`. */
  function awake(): AudioContext | null {
    if (context !== null && context.state !== "running") context.resume().catch(() => undefined);
    return context;
  }

  return {
    unlock() {
      context ??= makeContext();
      awake();
    },
    play(tone, volume) {
      const audio = awake();
      if (audio === null || volume <= 0) return;
      for (const note of NOTES[tone]) sound(audio, note, volume);
    },
  };
}

function sound(audio: AudioContext, note: Note, volume: number): void {
  const from = audio.currentTime + note.at_s;
  const until = from + note.for_s;
  const gain = audio.createGain();
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(volume * LOUDEST, from + ATTACK_S);
  gain.gain.setValueAtTime(volume * LOUDEST, until - ATTACK_S * 3);
  gain.gain.linearRampToValueAtTime(0, until);
  const oscillator = audio.createOscillator();
  oscillator.type = "triangle";
  oscillator.frequency.value = note.hz;
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(from);
  oscillator.stop(until);
}
