/** The sentences of the player: their keys are those of the English master, their words come with the page. */
import { fill } from "./format";
import type english from "../../../src/lumbar/site/player_strings.json";

export type Key = keyof typeof english;
export type Strings = Readonly<Record<string, string>>;
export type Words = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/** Return the function that says a sentence; one that the page did not bring is shown by its key. */
export function wordsOf(strings: Strings): Words {
  return (key, values = {}) => fill(strings[key] ?? key, values);
}

/** Say a number of things: the sentence for one, or for many. */
export function counted(words: Words, one: Key, many: Key, n: number): string {
  return n === 1 ? words(one) : words(many, { n });
}
