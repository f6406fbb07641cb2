/** Pieces that the states of the player share: the head, the figure, the controls. */
import { counted } from "../player/strings";
import type { Scene } from "../player/scene";
import { shownItem } from "../player/figure";
import type { State } from "../player/state";
import { itemIndex, momentNow } from "../player/state";
import { watchedItem } from "../player/watched";
import type { Child, Element_ } from "./node";
import { OWN, h } from "./node";
import type { Ui } from "./ui";

/** A press: what `data-do` says is done. `main` is the one that the space bar presses. */
export function button(action: string, label: string, kind: "main" | "plain" = "plain", more: Readonly<Record<string, string>> = {}): Element_ {
  const isMain = kind === "main";
  return h(
    "button",
    { key: `${action}${more["data-then"] ?? ""}`, type: "button", class: isMain ? "btn go wide" : "btn", "data-do": action, "data-main": isMain, ...more },
    label,
  );
}

export function controls(width: "" | " two" | " one", ...buttons: readonly Child[]): Element_ {
  return h("div", { class: `ctl${width}` }, ...buttons);
}

export interface Head {
  readonly title: string;
  readonly line: string;
  /** The quiet way out at the right: end, back, or to today. */
  readonly out: Element_ | null;
}

export function head(state: State, ui: Ui, scene: Scene, { title, line, out }: Head): Element_ {
  const note = waitingNote(ui, scene);
  const { words } = scene;
  const help = h("button", { key: "help", type: "button", class: "txt", "data-do": "help", "aria-label": words("sound_and_keys") }, "?");
  return h(
    "header",
    { class: "p-head" },
    h("div", { class: "row" }, h("div", {}, h("h1", { tabindex: "-1" }, title), h("p", {}, [line, note].filter((part) => part !== "").join(" · "))), h("div", { class: "p-out" }, help, out)),
    steps(state, scene),
  );
}

function steps(state: State, { words }: Scene): Element_ {
  const now = itemIndex(state);
  const isOver = state.mode.at === "finished";
  const kind = (at: number): string => (at < now || isOver ? "done" : at === now ? "now" : "");
  const label = words("exercise_of", { n: now + 1, all: state.items.length });
  return h("ol", { class: "steps", "aria-label": label }, ...state.items.map((_, at) => h("li", { class: kind(at) })));
}

/** What waits to be saved, once sending it has failed; nothing while all is well. */
export function waitingNote({ status }: Ui, { words }: Scene): string {
  if (status.fault !== null) return words("refused", { fault: status.fault });
  return status.isStuck && status.waiting > 0 ? counted(words, "waiting_one", "waiting_many", status.waiting) : "";
}

export function out(action: string, label: string): Element_ {
  return h("button", { key: action, type: "button", class: "txt", "data-do": action }, label);
}

/** Positions whose figure is taller than wide: it is shown from head to foot, never cut. */
const UPRIGHT: ReadonlySet<string> = new Set(["standing", "standing-at-wall", "roman-chair"]);

/** The figure of the exercise that is up: in a rest, of the one that follows. What moves keeps its own place in it. */
export function figure(state: State): Element_ {
  const item = state.items[shownItem(state)];
  const picture = item?.picture ?? null;
  const image = picture === null ? null : h("img", { src: picture.src, alt: picture.alt, width: 1200, height: 900 });
  const moving = h("div", { key: OWN, class: "p-moving" });
  const eye = h("div", { key: OWN, class: "p-eye" });
  const shape = UPRIGHT.has(item?.position ?? "") ? "p-fig tall" : "p-fig";
  const isChecked = momentNow(state)?.kind === "ready" && watchedItem(state) !== null;
  return h("figure", { class: isChecked ? `${shape} checked` : shape }, moving, eye, image);
}
