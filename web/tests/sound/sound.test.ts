import { expect, test } from "vitest";
import { NOTES, webTones } from "../../src/sound/tones";
import { chosenVoice, webVoice } from "../../src/voice/voice";

test("three, two, one and start rise, and the end falls", () => {
  const first = (["three", "two", "one", "start"] as const).map((tone) => NOTES[tone][0]?.hz ?? 0);
  expect(first).toEqual([...first].sort((a, b) => a - b));
  expect(new Set(first).size).toBe(4);
  const [high, low] = NOTES.end;
  expect(high?.hz).toBeGreaterThan(low?.hz ?? Infinity);
});

/** An audio context that only remembers what it was asked. */
class Audio {
  state: string = "suspended";
  resumed = 0;
  started = 0;
  readonly currentTime = 0;
  readonly destination = {};
  async resume(): Promise<void> {
    this.resumed += 1;
    this.state = "running";
  }
  createGain(): object {
    const node = { gain: { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined }, connect: () => node };
    return node;
  }
  createOscillator(): object {
    const node = { frequency: {}, connect: (next: object) => next, start: () => (this.started += 1), stop: () => undefined };
    return node;
  }
}

test("no tone before the first tap; after it, a device that interrupted the sound is woken", () => {
  const audio = new Audio();
  const tones = webTones(() => audio as unknown as AudioContext);
  tones.play("start", 1);
  expect(audio.started).toBe(0);
  tones.unlock();
  tones.play("change", 1);
  expect(audio.started).toBe(3);
  audio.state = "interrupted";
  tones.play("end", 1);
  expect(audio.resumed).toBe(2);
  tones.play("end", 0);
  expect(audio.started).toBe(5);
});

const voices = [
  { lang: "en-US", localService: false, default: true, name: "far" },
  { lang: "en-GB", localService: true, default: false, name: "here" },
  { lang: "es-ES", localService: true, default: false, name: "aquí" },
];

test("only a voice that lives on the device speaks, for others send what they say elsewhere", () => {
  expect(chosenVoice(voices, "en")?.name).toBe("here");
  expect(chosenVoice(voices, "es")?.name).toBe("aquí");
  expect(chosenVoice(voices, "fr")).toBeNull();
  expect(chosenVoice(voices.slice(0, 1), "en")).toBeNull();
});

test("without a voice nothing is said", () => {
  const said: unknown[] = [];
  const synthesis = { getVoices: () => voices.slice(0, 1), speak: (what: unknown) => said.push(what), cancel: () => undefined };
  const voice = webVoice(synthesis as unknown as SpeechSynthesis, "en");
  voice.say("Hold", 1);
  expect(voice.isThere()).toBe(false);
  expect(said).toEqual([]);
});
