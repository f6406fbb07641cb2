/** What the words of a session depend on besides its state: the person's language and units. */
import type { Boot } from "../boot";
import { inUnit, number } from "./format";
import { setAdvice } from "./pain";
import type { State } from "./state";
import { isRecurring, lastSaved, painBefore } from "./state";
import type { Words } from "./strings";
import { wordsOf } from "./strings";

/** What the camera coach says, by its codes. */
export interface CoachWords {
  readonly cues: Readonly<Record<string, string>>;
  readonly refusals: Readonly<Record<string, string>>;
  readonly praise: string;
}
export const NO_WORDS: CoachWords = { cues: {}, refusals: {}, praise: "" };

export interface Scene {
  readonly coach: CoachWords;
  readonly words: Words;
  readonly unit: "kg" | "lb";
  /** A load [kg] with its unit. */
  readonly load: (kg: number) => string;
  readonly number: (value: number) => string;
  /** Whether the pain of the last set lets nothing rise. */
  readonly isMuch: (state: State) => boolean;
}

export function sceneOf(boot: Pick<Boot, "strings" | "language" | "units" | "coach">): Scene {
  const unit = boot.units.mass;
  const write = (value: number): string => number(value, boot.language);
  return {
    words: wordsOf(boot.strings),
    unit,
    coach: boot.coach,
    load: (kg) => `${write(inUnit(kg, unit))} ${unit}`,
    number: write,
    isMuch,
  };
}

function isMuch(state: State): boolean {
  const last = lastSaved(state);
  if (last === null) return false;
  const before = painBefore(state, last.exercise, last.number);
  return setAdvice(last.pain, before, state.rules, isRecurring(state, last.exercise)) === "no-increase";
}
