/** Times, loads and sentences as they are read: in the person's language and units. */
export type MassUnit = "kg" | "lb";

export const KG_PER_LB = 0.45359237;

/** Return a countdown in whole seconds, rounded up: `5`. */
export function seconds(ms: number): string {
  return String(Math.ceil(ms / 1000));
}

/** Return a countdown as minutes and seconds, rounded up: `0:02`, `1:30`. */
export function clock(ms: number): string {
  const all = Math.ceil(ms / 1000);
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;
}

/** Return whole minutes, rounded up. */
export function minutes(ms: number): number {
  return Math.ceil(ms / 60_000);
}

/** Return a load [kg] as a number of the person's unit: kilograms to a hundredth, for there are plates of 1.25, pounds to a tenth. */
export function inUnit(kg: number, unit: MassUnit): number {
  return unit === "lb" ? Math.round((kg / KG_PER_LB) * 10) / 10 : Math.round(kg * 100) / 100;
}

/** Return a number of the person's unit as a load [kg], to a gram. */
export function inKg(value: number, unit: MassUnit): number {
  return Math.round((unit === "lb" ? value * KG_PER_LB : value) * 1000) / 1000;
}

/** Return a number as its language writes it: `2.5`, `2,5`. */
export function number(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2, useGrouping: false }).format(value);
}

/** Return the number that was typed, with a point or a comma; null when it is none, or below zero. */
export function parseNumber(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return /^\d+(\.\d+)?$/u.test(plain) ? Number(plain) : null;
}

/** Fill the `{names}` of a sentence; a name without a value stays as it is, so that the gap is seen. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
