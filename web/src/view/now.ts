/** The states with the large figure: counting, paused, before the first tap and after the last. */
import type { Caption } from "../player/caption";
import { captionOf, standing } from "../player/caption";
import { clock, minutes, seconds } from "../player/format";
import { canSkip } from "../player/leave";
import { comingPhase, sideOf, within } from "../player/phrases";
import type { Scene } from "../player/scene";
import type { Moment, Move, Rest } from "../player/script";
import type { State } from "../player/state";
import { lastSaved, leftMs, momentNow, sessionLeftMs } from "../player/state";
import { counted } from "../player/strings";
import { isSeenWell, isTelling } from "../player/eye";
import { holdOf, isCountedByEye, isSetOfEye, watchedItem } from "../player/watched";
import { lastSetLine } from "./last";
import type { Child, Element_ } from "./node";
import { h, rich } from "./node";
import { button, controls } from "./pieces";
import type { Addresses, Ui } from "./ui";
import { cameraNote, checkList, checkSentence, countLine, countOf, giantOf } from "./watched";

interface Now {
  readonly field?: boolean;
  readonly hollow?: boolean;
  /** In place of the caption's second line. */
  readonly sub?: string;
  /** The second line is what matters now: it is read from where the camera sees the person. */
  readonly loud?: boolean;
  /** A quiet line under the caption. */
  readonly note?: readonly Child[];
  /** The large figure, or what stands in its place. */
  readonly giant: string | Element_;
  readonly next: readonly [readonly Child[], readonly Child[]];
  readonly controls: Element_;
}

/** Draw the part of the page that says what is now. */
export function now(state: State, ui: Ui, scene: Scene, addresses: Addresses): Element_ {
  const parts = partsOf(state, ui, scene, addresses);
  const { say, sub }: Caption = captionOf(state, scene);
  const note = parts.note ?? cameraNote(state, ui, scene);
  return h(
    "div",
    { class: parts.field === true ? "p-now on-field" : "p-now" },
    h("p", { class: "p-say" }, say),
    h("p", { class: parts.loud === true ? "p-sub loud" : "p-sub" }, parts.sub ?? sub),
    note.length === 0 ? null : h("p", { key: "note", class: "p-note" }, ...note),
    giant(parts),
    h("p", { class: "next" }, h("span", {}, ...parts.next[0]), h("span", {}, ...parts.next[1])),
    parts.controls,
  );
}

function giant({ giant: shown, hollow }: Now): Element_ {
  if (typeof shown !== "string") return shown;
  return h("p", { key: "giant", class: hollow === true ? "giant hollow" : "giant", role: "timer" }, shown);
}

function partsOf(state: State, ui: Ui, scene: Scene, addresses: Addresses): Now {
  const { words } = scene;
  switch (state.mode.at) {
    case "unlock":
      return unlock(state, ui, scene);
    case "leading":
      return {
        giant: seconds(state.mode.left_ms),
        next: [rich(words("goes_on_with", { what: within(standing(state, scene)) })), left(state, scene)],
        controls: controls("", button("start", words("start_now"), "main"), ...live(scene)),
      };
    case "paused":
      return paused(state, scene);
    case "ending":
      return ending(state, scene);
    case "finished":
      return finished(state, ui, scene, addresses);
    default:
      return running(state, scene);
  }
}

function left(state: State, { words }: Scene): readonly Child[] {
  return [words("minutes_left", { n: minutes(sessionLeftMs(state)) })];
}

function live({ words }: Scene): readonly Element_[] {
  return [button("pause", words("pause")), button("skip", words("skip")), button("hurt", words("this_hurts"))];
}

function unlock(state: State, ui: Ui, scene: Scene): Now {
  const { words } = scene;
  const first = state.items[momentNow(state)?.item ?? 0]?.name ?? "";
  const voice = button("voice", words(ui.voice ? "voice_on" : "voice_off"));
  const n = minutes(sessionLeftMs(state));
  return {
    giant: String(n),
    next: [rich(words("first_up", { name: first })), [counted(words, "minutes_one", "minutes_many", n)]],
    controls: controls(" two", button("begin", words("start"), "main"), voice, button("tones", words(ui.tones ? "tones_on" : "tones_off"))),
  };
}

function running(state: State, scene: Scene): Now {
  const moment = momentNow(state);
  const { words } = scene;
  if (moment === null) return { giant: "", next: [[], []], controls: controls("") };
  if (isCountedByEye(state)) return watched(state, scene);
  const done = controls("", button("done", words("done"), "main"), ...live(scene));
  const start = button("start", words("start_now"), "main");
  switch (moment.kind) {
    case "ready":
      return { ...checking(state, scene), next: [thenWhat(state, scene), dose(state, moment, scene)], controls: controls("", start, ...live(scene)) };
    case "change":
      return { giant: seconds(leftMs(state)), next: [[], left(state, scene)], controls: done };
    case "rest": {
      const more = [button("pause", words("pause")), button("more", words("more")), button("hurt", words("this_hurts"))];
      return { giant: clock(leftMs(state)), next: restLine(state, moment, scene), controls: controls("", start, ...more) };
    }
    case "move": {
      const isHold = moment.phase === "hold";
      const giant = isHold ? clock(leftMs(state)) : String(moment.rep);
      return { field: isHold, giant, next: [upNext(state, moment, scene), repOf(state, moment, scene)], controls: done };
    }
  }
}

/** The camera counts: its count in the place of the clock's, hollow while it cannot. */
function watched(state: State, scene: Scene): Now {
  const { words } = scene;
  const isHeld = state.eye.peak !== null && holdOf(state) > 0;
  return {
    field: isHeld && state.eye.refusal === null,
    hollow: state.eye.refusal !== null,
    loud: isTelling(state.eye),
    giant: giantOf(state),
    next: countLine(state, scene),
    controls: controls("", button("done", words("done"), "main"), ...live(scene)),
  };
}

/** The countdown before a set; where the camera counts it, what it looks for stands here until it sees that. */
function checking(state: State, scene: Scene): Pick<Now, "sub" | "loud" | "giant"> {
  const count = seconds(leftMs(state));
  if (watchedItem(state) === null) return { giant: count };
  const isWell = isSeenWell(state.eye);
  return { sub: checkSentence(state, scene), loud: true, giant: isWell ? count : checkList(state, scene) };
}

/** The last set of this exercise, and the way to change it; a warm-up has none yet. */
function restLine(state: State, moment: Rest, scene: Scene): Now["next"] {
  const last = lastSaved(state);
  const isOfThis = last?.exercise === state.items[moment.item]?.exercise;
  return isOfThis ? lastSetLine(last, scene) : [[], left(state, scene)];
}

function repsOf(state: State, moment: Moment & { readonly of: "set" | "warm-up"; readonly set: number }): number {
  const item = state.items[moment.item];
  return (moment.of === "warm-up" ? item?.warm_up[moment.set - 1]?.reps : item?.reps) ?? 0;
}

function repOf(state: State, moment: Move, { words }: Scene): readonly Child[] {
  return rich(words("rep_of", { n: moment.rep, all: repsOf(state, moment) }));
}

function dose(state: State, moment: Extract<Moment, { kind: "ready" }>, { words }: Scene): readonly Child[] {
  const isBoth = state.items[moment.item]?.side === "both";
  return [words(isBoth ? "dose_both" : "dose_sides", { reps: repsOf(state, moment) }).replace(/\.$/u, "")];
}

function thenWhat(state: State, scene: Scene): readonly Child[] {
  const { words } = scene;
  const moment = momentNow(state);
  const item = moment === null ? undefined : state.items[moment.item];
  if (item === undefined) return [];
  if (item.hold_s > 0 && moment?.kind === "ready" && moment.of === "set") return rich(words("then_hold", { n: item.hold_s }));
  return rich(words("then_move", { phase: comingPhase(item, item.tempo.first, scene) }));
}

/** The side that is next where sides take turns, else the next phase. */
function upNext(state: State, moment: Move, scene: Scene): readonly Child[] {
  const { words } = scene;
  const item = state.items[moment.item];
  const after = state.moments.slice(state.index + 1, state.index + 12);
  const turn = item?.side === "alternating" ? after.find((next) => next.kind !== "move" || next.side !== moment.side) : after[0];
  return rich(words("next_is", { what: whatIs(turn, state, scene) }));
}

function whatIs(moment: Moment | undefined, state: State, scene: Scene): string {
  const { words } = scene;
  if (moment === undefined) return words("next_end");
  const item = state.items[moment.item];
  if (moment.kind === "change") return words("next_change");
  if (moment.kind !== "move" || item === undefined) return words("next_rest");
  if (item.side === "alternating") return within(sideOf(item, moment.side, scene));
  if (moment.phase === "hold") return words("next_hold", { n: moment.ms / 1000 });
  return comingPhase(item, moment.phase, scene);
}

/** The figure as it stood when the clock was stopped. */
function stoodAt(state: State): string {
  const moment = momentNow(state);
  if (moment === null) return "–";
  if (isSetOfEye(state)) return countOf(state);
  if (moment.kind === "move") return moment.phase === "hold" ? clock(leftMs(state)) : String(moment.rep);
  return moment.kind === "rest" ? clock(leftMs(state)) : seconds(leftMs(state));
}

function paused(state: State, scene: Scene): Now {
  const { words } = scene;
  const isMove = momentNow(state)?.kind === "move" && !isSetOfEye(state);
  const buttons = [
    isMove ? button("redo", words("redo_rep")) : null,
    canSkip(state) ? button("skip", words("skip")) : null,
    button("hurt", words("this_hurts")),
  ].filter((one) => one !== null);
  const width = buttons.length === 3 ? "" : buttons.length === 2 ? " two" : " one";
  return {
    hollow: true,
    giant: stoodAt(state),
    next: [rich(words("goes_on_with", { what: within(standing(state, scene)) })), left(state, scene)],
    controls: controls(width, button("resume", words("go_on"), "main"), ...buttons),
  };
}

function ending(state: State, scene: Scene): Now {
  const { words } = scene;
  const isUnsaved = state.mode.at === "ending" && state.mode.back.at === "log";
  return {
    hollow: true,
    giant: stoodAt(state),
    next: [[], left(state, scene)],
    controls: controls(
      " one",
      button("back", words(isUnsaved ? "save_first" : "go_on"), "main"),
      button("end-confirmed", words(isUnsaved ? "end_without" : "end_session")),
    ),
  };
}

function finished(state: State, ui: Ui, { words }: Scene, { done_url }: Addresses): Now {
  const n = state.saved.length;
  const waits = ui.status.waiting > 0 && ui.status.isStuck;
  const hint = words(ui.status.isKept ? "waiting_hint" : "waiting_memory");
  const see = h("a", { class: "btn go wide", href: done_url, "data-main": true }, words("see_day"));
  return {
    giant: String(n),
    ...(waits ? { sub: hint } : {}),
    next: [[], []],
    controls: waits ? controls(" one", button("drain", words("try_again"), "main"), h("a", { class: "btn", href: done_url }, words("see_day"))) : controls(" one", see),
  };
}
