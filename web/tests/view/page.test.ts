import fc from "fast-check";
import { expect, test } from "vitest";
import type { Input } from "../../src/player/input";
import { NO_WORDS, sceneOf } from "../../src/player/scene";
import type { State } from "../../src/player/state";
import { begin } from "../../src/player/state";
import english from "../../../src/lumbar/site/player_strings.json";
import type { Element_, Node_ } from "../../src/view/node";
import { textOf } from "../../src/view/node";
import { page } from "../../src/view/page";
import type { Ui } from "../../src/view/ui";
import { Play, RULES, WALL_SQUAT, item } from "../player/examples";

const SCENE = sceneOf({ strings: english, coach: NO_WORDS, language: "en", units: { mass: "kg" } });
const ADDRESSES = { done_url: "/done", today_url: "/", signs_url: "/signs/" };
const UI: Ui = {
  feel: null, missing: [], hasVoice: true, voice: true, tones: true, volume: 1, keys: true, watches: false, camera: { isThere: true, trouble: null },
  status: { waiting: 0, isStuck: false, isKept: true, fault: null },
};
const drawn = (state: State, ui: Partial<Ui> = {}): Element_ => page(state, { ...UI, ...ui }, SCENE, ADDRESSES);

function all(node: Node_): Element_[] {
  return "text" in node ? [] : [node, ...node.children.flatMap(all)];
}
const byClass = (node: Node_, name: string): Element_[] =>
  all(node).filter((one) => (one.attributes["class"] ?? "").split(" ").includes(name));
const texts = (nodes: readonly Element_[]): string[] => nodes.map(textOf);
const started = (): Play => new Play(begin([item({ sets: 3, easier: item({ exercise: "easy" }) }), WALL_SQUAT], RULES)).press({ do: "begin" });
const inLog = (): Play => started().press({ do: "start" }).until((state) => state.mode.at === "log");

test("a hold is the blue field with its countdown, a movement the number of the repetition", () => {
  const play = started().press({ do: "start" });
  expect(texts(byClass(drawn(play.state), "giant"))).toEqual(["1"]);
  expect(byClass(drawn(play.state), "on-field")).toHaveLength(0);
  play.wait(2100);
  expect(texts(byClass(drawn(play.state), "giant"))).toEqual(["0:02"]);
  expect(byClass(drawn(play.state), "on-field")).toHaveLength(1);
});

test("who stands is shown from head to foot, who lies fills the width", () => {
  const figureOf = (position: string): Element_[] => byClass(drawn(begin([item({ position })], RULES)), "tall");
  expect(figureOf("standing-at-wall")).toHaveLength(1);
  expect(figureOf("supine")).toHaveLength(0);
});

test("the form is filled with what was done, and no effort or pain is chosen beforehand", () => {
  const form = drawn(inLog().state);
  const values = all(form).filter((one) => one.tag === "input" && one.attributes["type"] !== "radio");
  expect(values.map((one) => [one.attributes["name"], one.attributes["value"]])).toEqual([
    ["left-reps", "3"], ["right-reps", "3"], ["left-hold", "2"],
  ]);
  expect(all(form).filter((one) => "checked" in one.attributes)).toEqual([]);
  expect(texts(byClass(form, "strip"))).toEqual(["01234+", "012345678910"]);
});

test("a correction begins with what was answered", () => {
  const form = drawn(inLog().save({ rir: 2, pain: 1 }).press({ do: "change" }).state);
  const chosen = all(form).filter((one) => "checked" in one.attributes);
  expect(chosen.map((one) => `${one.attributes["name"]} ${one.attributes["value"]}`)).toEqual(["rir 2", "pain 1"]);
});

test("what hurts is asked without a word chosen, and the ways on follow the answer", () => {
  const { state } = started().press({ do: "start" }).press({ do: "hurt" });
  expect(all(drawn(state)).filter((one) => "checked" in one.attributes)).toEqual([]);
  expect(texts(byClass(drawn(state), "ctl"))).toEqual([]);
  expect(texts(byClass(drawn(state, { feel: "usual" }), "btn"))).toEqual(["Easier version", "End session"]);
  expect(texts(byClass(drawn(state, { feel: "new-or-sharp" }), "btn"))).toEqual(["End session", "Next exercise"]);
  expect(texts(byClass(drawn(state, { feel: "leg" }), "btn"))).toEqual(["End session"]);
  expect(texts(byClass(drawn(state), "care"))[0]).toContain("Warning signs");
});

test("what waits to be saved is said once sending has failed, and not before", () => {
  const { state } = started();
  const waiting = { waiting: 2, isStuck: false, isKept: true, fault: null };
  expect(textOf(drawn(state, { status: waiting }))).not.toContain("wait");
  expect(textOf(drawn(state, { status: { ...waiting, isStuck: true } }))).toContain("2 entries wait to be saved");
});

test("a session that is over but not sent yet does not say that it is saved", () => {
  const { state } = inLog().save().press({ do: "end" }).press({ do: "end-confirmed" });
  expect(textOf(drawn(state))).toContain("1 set is saved.");
  const stuck = textOf(drawn(state, { status: { waiting: 2, isStuck: true, isKept: true, fault: null } }));
  expect(stuck).not.toContain("is saved.");
  expect(stuck).toContain("kept on this device");
});

const presses = fc.constantFrom<Input["do"] | "save" | "wait">(
  "begin", "done", "start", "pause", "resume", "redo", "skip", "more", "hurt", "back", "change", "next", "end", "save", "wait", "wait",
);

test("every state has one main button, one heading, words in each button, and no style of its own", () => {
  fc.assert(
    fc.property(fc.array(presses, { maxLength: 30 }), (inputs) => {
      const play = started();
      for (const input of inputs) {
        if (input === "wait") play.wait(4000, 1000);
        else if (input === "save") play.state.mode.at === "log" && play.save();
        else if (input !== "answer") play.press({ do: input } as Input);
        const nodes = all(drawn(play.state));
        expect(nodes.filter((one) => one.tag === "h1")).toHaveLength(1);
        expect(nodes.filter((one) => "style" in one.attributes)).toEqual([]);
        expect(nodes.filter((one) => "data-main" in one.attributes).length).toBe(play.state.mode.at === "hurts" ? 0 : 1);
        const buttons = nodes.filter((one) => one.tag === "button");
        expect(buttons.every((one) => textOf(one) !== "" || one.attributes["aria-label"] !== undefined)).toBe(true);
        expect(textOf(drawn(play.state))).not.toMatch(/\{\w+\}|undefined|NaN/u);
      }
    }),
    { numRuns: 50 },
  );
});
