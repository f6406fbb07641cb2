/** The words of a state: what is shown large and small, and what the voice says of it. */
import type { Said } from "./eye";
import type { Scene } from "./scene";
import type { Item } from "./item";
import type { Move, Ready, Rest } from "./script";
import type { EndReason, Mode, State } from "./state";
import { itemIndex, momentNow } from "./state";
import { counted } from "./strings";
import { watchedCaption } from "./watched-caption";
import { comingOfEye, isCountedByEye, isSetOfEye, watchedItem } from "./watched";
import { alone, clause, doseOf, loadOf, nameOf, phaseOf, positionOf, sideOf, warmUpOf, within } from "./phrases";

export interface Caption {
  readonly say: string;
  readonly sub: string;
  /** What the voice says: words of the two above, and numbers that are on the screen. */
  readonly spoken: string;
}

/** Holds and phases shorter than this [ms] leave no time for a sentence. */
const LONG_HOLD_MS = 5000;
const SHORT_PHASE_MS = 1500;

const caption = (say: string, sub = "", spoken = clause(say, sub)): Caption => ({ say, sub, spoken });

/** Return the caption of a state. */
export function captionOf(state: State, scene: Scene): Caption {
  const { words } = scene;
  switch (state.mode.at) {
    case "unlock":
      return unlockCaption(state, scene);
    case "running":
      return momentCaption(state, scene);
    case "leading":
      return leadingCaption(state, scene);
    case "log":
    case "correct":
      return formCaption(state, state.mode, scene);
    case "paused":
      return caption(words("paused"), words(state.mode.why === "away" ? "paused_away" : "paused_hint"), words("paused"));
    case "hurts":
      return caption(words("stopped"), words("feel_question"));
    case "advice":
      return adviceCaption(state.mode, nameOf(state, itemIndex(state)), scene);
    case "ending":
      return caption(words("end_question"), words(state.mode.back.at === "log" ? "end_unsaved" : "end_hint"));
    case "finished":
      return finishedCaption(state, state.mode.reason, scene);
  }
}

/** The short count back in: before a set it says which, in the middle of one where it goes on. */
function leadingCaption(state: State, scene: Scene): Caption {
  const { words } = scene;
  const moment = momentNow(state);
  const item = moment === null ? undefined : state.items[moment.item];
  if (moment?.kind !== "move" || item === undefined || !opensSet(moment, item) || isUnderWay(state)) {
    return caption(words("goes_on"), alone(standing(state, scene)));
  }
  if (moment.of === "warm-up") {
    const name = words("warm_up_of", { n: moment.set, all: item.warm_up.length });
    return caption(name, warmUpOf(item, moment.set, scene));
  }
  return caption(words("set_of", { n: moment.set, all: item.sets }), clause(firstSide(item, scene), doseOf(item, scene), loadOf(item, scene)));
}

/** The camera has counted some of the set: it stays at the set's first moment. */
function isUnderWay(state: State): boolean {
  return isSetOfEye(state) && state.eye.counted > 0;
}

function opensSet(moment: Move, item: Item): boolean {
  return moment.rep === 1 && moment.side !== "right" && moment.phase === item.tempo.first;
}

function firstSide(item: Item, scene: Scene): string {
  return item.side === "both" ? "" : scene.words("first_side", { side: within(sideOf(item, "left", scene)) });
}

function unlockCaption(state: State, { words }: Scene): Caption {
  const begun = state.saved.length > 0 || state.stopped.length > 0;
  const sub = begun ? words("ready_again", { name: nameOf(state, itemIndex(state)) }) : words("ready_hint");
  return caption(words("ready_question"), sub);
}

function finishedCaption(state: State, reason: EndReason, { words }: Scene): Caption {
  const saved = counted(words, "sets_saved_one", "sets_saved_many", state.saved.length);
  return caption(words(reason === "done" ? "finished" : "finished_stopped"), saved);
}

function adviceCaption(mode: Extract<Mode, { at: "advice" }>, name: string, { words }: Scene): Caption {
  if (mode.advice === "end-session") return caption(words("advice_end"), words("advice_end_hint"));
  return caption(words("advice_stop"), words("advice_stop_hint", { pain: mode.pain, name }));
}

function formCaption(state: State, mode: Extract<Mode, { at: "log" | "correct" }>, { words }: Scene): Caption {
  if (mode.at === "correct") return caption(words("correct_set", { n: mode.set.set }));
  const moment = momentNow(state);
  const say = words("set_done", { n: mode.set.set });
  if (moment === null) return caption(say, words("last_set_hint"));
  return moment.kind === "rest" ? caption(say) : caption(say, words("rest_over"), words("rest_over"));
}

function momentCaption(state: State, scene: Scene): Caption {
  const moment = momentNow(state);
  const item = moment === null ? undefined : state.items[moment.item];
  if (moment === null || item === undefined) return caption("");
  if (isCountedByEye(state)) return watchedCaption(state, item, scene);
  switch (moment.kind) {
    case "ready":
      return checked(state, readyCaption(item, moment, scene), scene);
    case "move":
      return moveCaption(item, moment, scene);
    case "change":
      return caption(scene.words("change_sides"), scene.words("now_side", { side: within(sideOf(item, "right", scene)) }));
    case "rest":
      return restCaption(state, item, moment, scene);
  }
}

function checkSpoken(said: Said, { words, coach }: Scene): string {
  if (said.what === "refusal") return coach.refusals[said.code] ?? said.code;
  return said.what === "cue" ? (coach.cues[said.code] ?? said.code) : words("seen_well");
}

/** While the camera looks whether it sees, that is what is said. */
function checked(state: State, { say, sub, spoken }: Caption, scene: Scene): Caption {
  const { said } = state.eye;
  if (watchedItem(state) === null || said === null) return { say, sub, spoken };
  return { say, sub, spoken: checkSpoken(said, scene) };
}

function readyCaption(item: Item, moment: Ready, scene: Scene): Caption {
  const first = firstSide(item, scene);
  const load = moment.of === "warm-up" ? warmUpOf(item, moment.set, scene) : loadOf(item, scene);
  const position = positionOf(item, scene);
  return caption(position, clause(first, load, item.set_up), clause(item.name, position, first));
}

function moveCaption(item: Item, moment: Move, scene: Scene): Caption {
  const phase = phaseOf(item, moment.phase, scene);
  const side = moment.side === "both" ? "" : sideOf(item, moment.side, scene);
  if (moment.phase === "hold") {
    const breathing = moment.ms >= LONG_HOLD_MS ? scene.words("hold_breathe", { breathing: item.breathing }) : scene.words("hold_short");
    return caption(side || phase, breathing, breathing);
  }
  const isFirst = moment.phase === item.tempo.first;
  return caption(side || phase, clause(side && phase, cueOf(item, moment.rep)), spokenPhase(item, moment, isFirst, scene));
}

function spokenPhase(item: Item, moment: Move, isFirst: boolean, scene: Scene): string {
  const { words } = scene;
  if (moment.phase === "pause") return "";
  const isShort = moment.ms < SHORT_PHASE_MS;
  if (!isFirst) return isShort ? "" : phaseOf(item, moment.phase, scene);
  const isFirstRep = moment.rep === 1;
  const side = moment.side === "both" ? "" : words(moment.side === "left" ? "left_word" : "right_word");
  if (isShort && !isFirstRep) return item.side === "alternating" ? side : String(moment.rep);
  return clause(String(moment.rep), isFirstRep ? sideOf(item, moment.side, scene) : side, isShort ? "" : phaseOf(item, moment.phase, scene));
}

function cueOf(item: Item, rep: number): string {
  return item.cues[(rep - 1) % Math.max(1, item.cues.length)] ?? "";
}

function restCaption(state: State, item: Item, moment: Rest, scene: Scene): Caption {
  const { words } = scene;
  if (moment.before === "warm-up") {
    return caption(words("rest_then_warm_up", { n: moment.set }), warmUpOf(item, moment.set, scene));
  }
  if (moment.before === "set") {
    return caption(words("rest_then_set", { n: moment.set }), clause(noIncrease(state, scene), doseOf(item, scene), loadOf(item, scene)));
  }
  const next = state.moments[state.index + 1];
  const other = next === undefined ? undefined : state.items[next.item];
  if (other === undefined) return caption(words("rest"));
  return caption(words("rest_then", { name: other.name }), clause(noIncrease(state, scene), doseOf(other, scene), other.set_up));
}

function noIncrease(state: State, scene: Scene): string {
  return scene.isMuch(state) ? scene.words("no_increase") : "";
}

/** Where the session stands, in words: the side and repetition it goes on with. */
export function standing(state: State, scene: Scene): string {
  const { words } = scene;
  const moment = momentNow(state);
  if (moment === null) return "";
  const item = state.items[moment.item];
  if (moment.kind !== "move" || item === undefined) {
    return moment.kind === "rest" ? words("rest") : moment.kind === "change" ? words("change_sides") : nameOf(state, moment.item);
  }
  const { side, n } = isSetOfEye(state) ? comingOfEye(state) : { side: moment.side, n: moment.rep };
  return side === "both" ? words("rep_n", { n }) : words("side_rep", { side: sideOf(item, side, scene), n });
}
