/** The page of a state, whole: the same state always draws the same page. */
import { captionOf } from "../player/caption";
import { clock } from "../player/format";
import { nameOf } from "../player/phrases";
import type { Scene } from "../player/scene";
import type { State } from "../player/state";
import { itemIndex, lastSaved, leftMs, momentNow } from "../player/state";
import { counted } from "../player/strings";
import { adviceForm, hurtsForm } from "./hurts";
import { logForm } from "./log";
import type { Element_ } from "./node";
import { h } from "./node";
import { now } from "./now";
import type { Head } from "./pieces";
import { figure, head, out } from "./pieces";
import type { Addresses, Ui } from "./ui";

export function page(state: State, ui: Ui, scene: Scene, addresses: Addresses): Element_ {
  const top = headOf(state, scene, addresses);
  return h(
    "section",
    { class: "state", "aria-label": captionOf(state, scene).say || top.title },
    head(state, ui, scene, top),
    figure(state),
    body(state, ui, scene, addresses),
  );
}

function body(state: State, ui: Ui, scene: Scene, addresses: Addresses): Element_ {
  switch (state.mode.at) {
    case "log":
      return logForm(state.mode.set, null, ui, scene);
    case "correct":
      return logForm(state.mode.set, lastSaved(state), ui, scene);
    case "hurts":
      return hurtsForm(state, ui, scene, addresses);
    case "advice":
      return adviceForm(state, scene, addresses);
    default:
      return now(state, ui, scene, addresses);
  }
}

function headOf(state: State, scene: Scene, { today_url }: Addresses): Head {
  const { words } = scene;
  const name = nameOf(state, itemIndex(state));
  const end = out("end", words("end"));
  const back = out("back", words("back"));
  switch (state.mode.at) {
    case "unlock":
      return { title: words("session"), line: counted(words, "exercises_one", "exercises_many", state.items.length), out: today(scene, today_url) };
    case "log":
      return { title: captionOf(state, scene).say, line: logLine(state, scene), out: end };
    case "correct":
      return { title: captionOf(state, scene).say, line: restLine(state, scene), out: back };
    case "hurts":
      return { title: words("stopped"), line: clockOff(state, name, scene), out: back };
    case "advice":
      return { title: words("stopped"), line: words("clock_off_rest", { name }), out: null };
    case "ending":
      return { title: name, line: setLine(state, scene), out: null };
    case "finished":
      return { title: words("session"), line: "", out: today(scene, today_url) };
    default:
      return runningHead(state, name, end, scene);
  }
}

function runningHead(state: State, name: string, end: Element_, scene: Scene): Head {
  const moment = momentNow(state);
  const { words } = scene;
  if (moment?.kind !== "rest" || state.mode.at === "paused") return { title: name, line: setLine(state, scene), out: end };
  const line = moment.before === "item" ? words("is_done", { name }) : name;
  return { title: words("rest"), line, out: end };
}

function today({ words }: Scene, url: string): Element_ {
  return h("a", { class: "txt", href: url }, words("to_today"));
}

function setLine(state: State, { words }: Scene): string {
  const moment = momentNow(state);
  const item = moment === null ? undefined : state.items[moment.item];
  if (moment === null || item === undefined) return "";
  if (moment.kind === "rest") return words("rest");
  const isWarmUp = moment.of === "warm-up";
  return words(isWarmUp ? "warm_up_of" : "set_of", { n: moment.set, all: isWarmUp ? item.warm_up.length : item.sets });
}

function logLine(state: State, scene: Scene): string {
  return momentNow(state)?.kind === "rest" ? restLine(state, scene) : captionOf(state, scene).sub;
}

function restLine(state: State, { words }: Scene): string {
  return momentNow(state)?.kind === "rest" ? words("rest_running", { time: clock(leftMs(state)) }) : words("rest_over");
}

function clockOff(state: State, name: string, { words }: Scene): string {
  const moment = momentNow(state);
  const set = moment !== null && moment.kind !== "rest" && moment.of === "set" ? moment.set : null;
  return set === null ? words("clock_off_rest", { name }) : words("clock_off", { name, n: set });
}
