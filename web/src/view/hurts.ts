/** "This hurts", and what pain after a set leads to. Nothing is chosen beforehand, and no answer is louder. */
import { captionOf } from "../player/caption";
import { waysOn } from "../player/hurt";
import type { AfterHurt, Feel } from "../player/input";
import type { Scene } from "../player/scene";
import type { State } from "../player/state";
import { momentNow } from "../player/state";
import type { Key } from "../player/strings";
import type { Child, Element_ } from "./node";
import { h } from "./node";
import { button, controls } from "./pieces";
import type { Addresses, Ui } from "./ui";

const FEELS: readonly (readonly [Feel, Key, Key])[] = [
  ["usual", "feel_usual", "feel_usual_hint"],
  ["new-or-sharp", "feel_sharp", "feel_sharp_hint"],
  ["leg", "feel_leg", "feel_leg_hint"],
];
const WAYS: Readonly<Record<AfterHurt, Key>> = { easier: "easier", equal: "equal", next: "next_exercise", end: "end_session" };

export function hurtsForm(state: State, ui: Ui, scene: Scene, addresses: Addresses): Element_ {
  const { words } = scene;
  const picks = FEELS.map(([feel, name, hint]) =>
    h(
      "label",
      { class: "pick" },
      h("input", { type: "radio", name: "feel", value: feel }),
      h("span", {}, h("b", {}, words(name)), h("small", {}, words(hint))),
    ),
  );
  return h(
    "form",
    { class: "form", key: "hurts", "data-form": "hurts" },
    h("h2", {}, words("feel_question")),
    h("fieldset", {}, h("legend", { class: "vh" }, words("feel_question")), ...picks),
    care(scene, addresses),
    ui.feel === null ? null : ways(state, ui.feel, scene),
  );
}

function ways(state: State, feel: Feel, { words }: Scene): Element_ {
  const all = waysOn(state, feel);
  const buttons = all.map((way, index) => button("answer", words(WAYS[way]), index === 0 ? "main" : "plain", { "data-then": way }));
  return controls(all.length > 2 ? " two" : " one", ...buttons);
}

function care({ words }: Scene, { signs_url }: Addresses): Element_ {
  const signs = h("a", { href: signs_url, target: "_blank", rel: "noopener" }, words("warning_signs"));
  return h("p", { class: "care" }, words("caution"), " ", signs);
}

export function adviceForm(state: State, scene: Scene, addresses: Addresses): Element_ {
  const { words } = scene;
  const { say, sub } = captionOf(state, scene);
  const isStop = state.mode.at === "advice" && state.mode.advice === "stop-exercise" && momentNow(state) !== null;
  const buttons: readonly Child[] = isStop
    ? [button("next", words("next_exercise"), "main"), button("end", words("end_session"))]
    : [button("end", words("end_session"), "main")];
  return h(
    "div",
    { class: "form", key: "advice" },
    h("h2", {}, say),
    h("p", {}, sub),
    care(scene, addresses),
    controls(" one", ...buttons),
  );
}
