/** Reading the form after a set: whole answers, or the fields that need another look. */
import { inKg, inUnit, parseNumber } from "../player/format";
import type { Answers } from "../player/input";
import { isLoaded, sidesOf } from "../player/item";
import type { Side } from "../player/item";
import { worksOf } from "../player/set";
import type { DoneSet } from "../player/state";
import { holdSides } from "./log";
import type { Field } from "./ui";

/** The text of a field of the form; null when nothing is chosen or written. */
export type Read = (field: Field) => string | null;

export type Reading = { readonly ok: true; readonly answers: Answers } | { readonly ok: false; readonly missing: readonly Field[] };

/** What the journal takes at most; more would be asked for again by the server, when nobody is there to answer. */
export const MOST = { reps: 200, hold_s: 3600, load_kg: 500, rir: 4, pain: 10 } as const;

export function readAnswers(set: DoneSet, read: Read, unit: "kg" | "lb"): Reading {
  const missing: Field[] = [];
  const get = (field: Field, most: number, isWhole: boolean): number => {
    const value = parseNumber(read(field) ?? "");
    if (value !== null && value <= most && (!isWhole || Number.isInteger(value))) return value;
    missing.push(field);
    return 0;
  };
  const reps = new Map(sidesOf(set.item.side).map((side): [Side, number] => [side, get(`${side}-reps`, MOST.reps, true)]));
  const holds = new Map(holdSides(set).map((side): [Side, number] => [side, get(`${side}-hold`, MOST.hold_s, false)]));
  const first = [...holds.values()][0] ?? set.item.hold_s;
  const works = worksOf(set.item, (side) => ({ reps: reps.get(side) ?? 0, hold_s: holds.get(side) ?? first }));
  const load_kg = isLoaded(set.item) ? loadOf(set, read("load"), unit, () => get("load", inUnit(MOST.load_kg, unit), false)) : null;
  const rir = get("rir", MOST.rir, true);
  const pain = get("pain", MOST.pain, true);
  return missing.length > 0 ? { ok: false, missing } : { ok: true, answers: { works, load_kg, rir, pain } };
}

/** A load left empty is none that is known; one left as it was shown is what it was, and not what was shown of it. */
function loadOf({ load_kg }: DoneSet, text: string | null, unit: "kg" | "lb", read: () => number): number | null {
  if (text === null || text.trim() === "") return null;
  const value = read();
  return load_kg !== null && value === inUnit(load_kg, unit) ? load_kg : inKg(value, unit);
}
