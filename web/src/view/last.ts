/** The last set in one line, with the way to change it. */
import type { Scene } from "../player/scene";
import type { SavedSet, Work } from "../player/state";
import type { Child } from "./node";
import { h, rich } from "./node";

const MOST_RIR = 4;

export function lastSetLine(set: SavedSet | null, { words, load }: Scene): readonly [readonly Child[], readonly Child[]] {
  if (set === null) return [[], []];
  const { both, left, right } = set.works;
  const reps = (work: Work | null): string => String(work?.reps ?? 0);
  const done = both === null ? words("both_sides", { left: reps(left), right: reps(right) }) : reps(both);
  const what = set.load_kg === null ? done : `${done} × ${load(set.load_kg)}`;
  const rir = set.rir >= MOST_RIR ? `${MOST_RIR}+` : String(set.rir);
  const change = h("button", { key: "change", type: "button", class: "p-link", "data-do": "change" }, words("change"));
  return [rich(words("last_set", { what, rir })), [change]];
}
