/** Sound and keys: what can be heard, how loud, and what the keyboard does. */
import type { Scene } from "../player/scene";
import type { Key } from "../player/strings";
import type { Element_ } from "./node";
import { h } from "./node";
import type { Ui } from "./ui";

const KEYS: readonly (readonly [string, Key])[] = [
  ["P", "key_pause"],
  ["S", "key_skip"],
  ["H", "key_hurts"],
  ["?", "key_help"],
];

export function help(ui: Ui, { words }: Scene): readonly Element_[] {
  const toggle = (action: string, isOn: boolean, on: Key, off: Key): Element_ =>
    h("button", { type: "button", class: "btn", "data-do": action }, words(isOn ? on : off));
  const volume = h("input", { id: "volume", type: "range", min: 0, max: 100, step: 10, value: Math.round(ui.volume * 100) });
  return [
    h("h2", { id: "help-title" }, words("sound")),
    h("div", { class: "ctl two" }, toggle("voice", ui.voice, "voice_on", "voice_off"), toggle("tones", ui.tones, "tones_on", "tones_off")),
    h("p", { class: "p-volume" }, h("label", { for: "volume" }, words("volume")), volume),
    ui.camera.isThere ? h("div", { class: "ctl one" }, toggle("camera", ui.watches, "camera_on", "camera_off")) : h("div", {}),
    ui.camera.isThere ? h("p", { class: "note" }, words("camera_stays")) : h("p", { class: "vh" }),
    ui.hasVoice ? h("p", { class: "vh" }) : h("p", { class: "note" }, words("voice_none")),
    h("h2", {}, words("keys")),
    h("div", { class: "ctl one" }, toggle("keys", ui.keys, "keys_on", "keys_off")),
    h("dl", { class: "p-keys" }, key(words("key_space"), words("key_main")), ...KEYS.map(([name, what]) => key(name, words(what)))),
    h("button", { type: "button", class: "btn go wide", "data-do": "close-help" }, words("close")),
  ];
}

function key(name: string, what: string): Element_ {
  return h("div", {}, h("dt", {}, h("kbd", {}, name)), h("dd", {}, what));
}
