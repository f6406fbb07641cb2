/** The voice: says what is shown, with a voice that lives on the device. */

export interface Voice {
  /** Whether the device has a voice of its own for the language. */
  readonly isThere: () => boolean;
  /** Say this now, in place of whatever is being said; `volume` is 0 to 1. */
  say(text: string, volume: number): void;
  hush(): void;
}

/** A voice for devices without one. */
export const SILENT: Voice = { isThere: () => false, say: () => undefined, hush: () => undefined };

/** What of a voice matters here. */
interface Spoken {
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
}

/**
 * Return the voice to speak with: of the language, and on the device, for others send what they say elsewhere.
 *
 * The device's own choice comes first, then the very same region.
 */
export function chosenVoice<V extends Spoken>(voices: readonly V[], language: string): V | null {
  const short = language.slice(0, 2).toLowerCase();
  const own = voices.filter((voice) => voice.localService && voice.lang.toLowerCase().startsWith(short));
  const same = own.find((voice) => voice.lang.toLowerCase() === language.toLowerCase());
  return own.find((voice) => voice.default) ?? same ?? own[0] ?? null;
}

/** Speak through the browser's speech synthesis. */
export function webVoice(synthesis: SpeechSynthesis, language: string): Voice {
  const voice = (): SpeechSynthesisVoice | null => chosenVoice(synthesis.getVoices(), language);
  return {
    isThere: () => voice() !== null,
    say(text, volume) {
      const chosen = voice();
      if (chosen === null || text === "") return;
      if (synthesis.speaking || synthesis.pending) synthesis.cancel();
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = chosen;
      utterance.lang = chosen.lang;
      utterance.volume = volume;
      synthesis.speak(utterance);
    },
    hush: () => synthesis.cancel(),
  };
}
