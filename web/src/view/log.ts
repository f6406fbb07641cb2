/** The form after a set: what was done, how much was left, and pain. Neither answer is chosen beforehand. */
import { inUnit } from "../player/format";
import { isLoaded } from "../player/item";
import type { Side } from "../player/item";
import { sidesOf } from "../player/item";
import type { Scene } from "../player/scene";
import type { DoneSet } from "../player/state";
import type { Key } from "../player/strings";
import type { Child, Element_ } from "./node";
import { h, rich } from "./node";
import { controls } from "./pieces";
import type { Field, Ui } from "./ui";

const RIR = [0, 1, 2, 3, 4];
const PAIN = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

interface Row {
  readonly field: Field;
  readonly label: string;
  readonly value: string;
  readonly step: number;
}

/** What was answered before; only a correction has it. */
export interface Chosen {
  readonly rir: number;
  readonly pain: number;
}

export function logForm(set: DoneSet, chosen: Chosen | null, ui: Ui, scene: Scene): Element_ {
  const { words, coach } = scene;
  const save = h("button", { key: "save", class: "btn go wide", type: "submit", "data-main": true }, words("save_set"));
  return h(
    "form",
    { class: "form", key: `${chosen === null ? "log" : "correct"}-${set.item.exercise}-${set.number}`, novalidate: true, "data-form": "log" },
    set.counted_by === "camera" ? h("p", { key: "by", class: "note" }, words("counted_by_camera")) : null,
    set.why === null ? null : h("p", { key: "why", class: "note", role: "status" }, words("camera_counted_none", { why: coach.refusals[set.why] ?? set.why })),
    h("div", { class: "steppers" }, ...rowsOf(set, scene).map((row) => stepper(row, ui, scene))),
    choice({ name: "rir", question: words("rir_question"), values: RIR, kind: "strip", hint: words("choose_rir") }, chosen?.rir, ui),
    choice({ name: "pain", question: words("pain_question"), values: PAIN, kind: "strip pain", hint: words("choose_pain") }, chosen?.pain, ui),
    controls("", save),
  );
}

/** The rows a set is asked in: repetitions for each side, one hold for both unless they differ, and the load. */
export function rowsOf(set: DoneSet, scene: Scene): readonly Row[] {
  const sides = sidesOf(set.item.side);
  const reps = sides.map((side) => row(`${side}-reps`, label(side, "reps", scene), set.works[side]?.reps ?? 0, scene));
  const held = holdSides(set);
  const holds = held.map((side) => {
    const name = label(held.length > 1 ? side : "both", "hold", scene);
    return row(`${side}-hold`, name, set.works[side]?.hold_s ?? 0, scene);
  });
  return [...reps, ...holds, ...loadRow(set, scene)];
}

/** The sides whose hold is asked for: the first stands for both where they are alike, or one did nothing. */
export function holdSides(set: DoneSet): readonly Side[] {
  if (set.item.hold_s === 0) return [];
  const sides = sidesOf(set.item.side);
  const worked = sides.filter((side) => (set.works[side]?.reps ?? 0) > 0);
  const holds = new Set(worked.map((side) => set.works[side]?.hold_s));
  return holds.size > 1 ? sides : (worked.length > 0 ? worked : sides).slice(0, 1);
}

function label(side: Side, of: "reps" | "hold", { words }: Scene): string {
  const keys: Readonly<Record<Side, readonly [Key, Key]>> = {
    both: ["reps", "hold_seconds"],
    left: ["left_reps", "left_hold"],
    right: ["right_reps", "right_hold"],
  };
  return words(keys[side][of === "reps" ? 0 : 1]);
}

function row(field: Field, name: string, value: number, { number }: Scene, step = 1): Row {
  return { field, label: name, value: number(value), step };
}

/** Loads go up and down by what a pair of the smallest common plates weighs. */
const LOAD_STEP = { kg: 2.5, lb: 5 } as const;

function loadRow({ item, load_kg }: DoneSet, scene: Scene): readonly Row[] {
  if (!isLoaded(item)) return [];
  const { unit, words, number } = scene;
  const value = load_kg === null ? "" : number(inUnit(load_kg, unit));
  return [{ field: "load", label: words("load_in", { unit }), value, step: LOAD_STEP[unit] }];
}

function stepper({ field, label: name, value, step }: Row, ui: Ui, { words, number }: Scene): readonly Child[] {
  const id = `f-${field}`;
  const nudge = (by: number, sign: string, what: Key): Element_ =>
    h("button", { type: "button", "data-step": by, "data-for": id, "aria-label": words(what, { what: name }) }, sign);
  const isWrong = ui.missing.includes(field);
  const input = h("input", { id, name: field, inputmode: "decimal", autocomplete: "off", value, "aria-invalid": isWrong ? "true" : null, "aria-describedby": isWrong ? `${id}-wrong` : null });
  const rowOf = h("div", { class: "srow" }, h("label", { for: id }, name), h("div", { class: "stepper" }, nudge(-step, "−", "less"), input, nudge(step, "+", "more_of")));
  return [rowOf, isWrong ? h("p", { class: "note", id: `${id}-wrong`, role: "alert" }, words("write_number", { example: number(step) })) : null];
}

interface Choice {
  readonly name: "rir" | "pain";
  readonly question: string;
  readonly values: readonly number[];
  readonly kind: string;
  /** Said when nothing was chosen. */
  readonly hint: string;
}

function choice({ name, question, values, kind, hint }: Choice, chosen: number | undefined, ui: Ui): Element_ {
  const isMissing = ui.missing.includes(name);
  const shown = (value: number): string => (name === "rir" && value === RIR.at(-1) ? `${value}+` : String(value));
  const radio = (value: number): Element_ => h("input", { type: "radio", name, value, checked: value === chosen });
  return h(
    "fieldset",
    { "aria-describedby": isMissing ? `${name}-missing` : null },
    h("legend", {}, ...rich(question)),
    h("div", { class: kind }, ...values.map((value) => h("label", {}, radio(value), shown(value)))),
    isMissing ? h("p", { class: "note p-missing", id: `${name}-missing`, role: "alert" }, hint) : null,
  );
}
