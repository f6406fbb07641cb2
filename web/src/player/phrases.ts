/** Short phrases that several captions share. */
import type { Item, Side, Tempo } from "./item";
import type { Scene } from "./scene";
import type { Phase } from "./script";
import type { State } from "./state";
import type { Key } from "./strings";

/** Join phrases into one line: each ends as a sentence, empty ones are left out. */
export function clause(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .map((part, index, all) => (index < all.length - 1 && !/[.!?:]$/u.test(part) ? `${part}.` : part))
    .join(" ");
}

/** A phrase as it stands within a sentence. */
export function within(phrase: string): string {
  return phrase.slice(0, 1).toLocaleLowerCase() + phrase.slice(1);
}

/** A phrase as it stands alone. */
export function alone(phrase: string): string {
  return phrase.slice(0, 1).toLocaleUpperCase() + phrase.slice(1);
}

export function nameOf(state: State, at: number): string {
  return state.items[at]?.name ?? "";
}

export function sideOf(item: Item, side: Side, { words }: Scene): string {
  if (side === "both") return "";
  return item.sides?.[side] ?? words(side === "left" ? "left_side" : "right_side");
}

type Way = "lift" | "lower";

/** What each way of a repetition is called, alone and after "Next:". */
const WAYS: Readonly<Record<Tempo["said"], Readonly<Record<Way, readonly [Key, Key]>>>> = {
  lift: { lift: ["lift", "next_lift"], lower: ["lower", "next_lower"] },
  tighten: { lift: ["tighten", "next_tighten"], lower: ["let_go", "next_let_go"] },
  go: { lift: ["go", "next_go"], lower: ["return", "next_return"] },
};

export function phaseOf(item: Item, phase: Phase, { words }: Scene): string {
  if (phase === "hold") return words("hold");
  return words(phase === "pause" ? "stay" : WAYS[item.tempo.said][phase][0]);
}

/** A phase that is still to come, as it stands within a sentence. */
export function comingPhase(item: Item, phase: Exclude<Phase, "hold">, { words }: Scene): string {
  return words(phase === "pause" ? "next_stay" : WAYS[item.tempo.said][phase][1]);
}

const POSITIONS: Readonly<Record<string, Key>> = {
  supine: "position_supine",
  "side-lying": "position_side-lying",
  prone: "position_prone",
  quadruped: "position_quadruped",
  "standing-at-wall": "position_standing-at-wall",
  standing: "position_standing",
  "roman-chair": "position_roman-chair",
};

/** The position in words; one that is no known id is shown as it came. */
export function positionOf(item: Item, { words }: Scene): string {
  const key = POSITIONS[item.position];
  return key === undefined ? item.position : words(key);
}

/** The dose of a set as a sentence. */
export function doseOf(item: Item, { words }: Scene): string {
  const values = { reps: item.reps, hold: item.hold_s };
  const isBoth = item.side === "both";
  if (item.hold_s > 0) return words(isBoth ? "dose_both_hold" : "dose_sides_hold", values);
  return words(isBoth ? "dose_both" : "dose_sides", values);
}

/** The dose of a warm-up set, from 1, as a sentence with its load. */
export function warmUpOf(item: Item, set: number, { words, load }: Scene): string {
  const warm = item.warm_up[set - 1];
  return warm === undefined ? "" : words("warm_up_dose", { reps: warm.reps, load: load(warm.load_kg) });
}

/** The load of a set as a sentence, or nothing. */
export function loadOf(item: Item, scene: Scene): string {
  if (item.load_kg !== null) return scene.words("with_load", { load: scene.load(item.load_kg) });
  return item.comfortable ? scene.words("pick_load") : "";
}
