/** The words of a set that the camera counts: what is at work, and what the coach said last. */
import type { Caption } from "./caption";
import type { Said } from "./eye";
import type { Item } from "./item";
import { clause, sideOf, within } from "./phrases";
import type { Scene } from "./scene";
import type { State } from "./state";
import { holdOf } from "./watched";

/** Return the caption of a set that the camera counts. */
export function watchedCaption(state: State, item: Item, scene: Scene): Caption {
  const { words, coach } = scene;
  const { eye } = state;
  const spoken = eye.said === null ? clause(words("camera_ready"), words("begin_now")) : spokenOf(eye.said, state, item, scene);
  if (eye.refusal !== null) return { say: words("not_counting"), sub: coach.refusals[eye.refusal] ?? eye.refusal, spoken };
  const isHeld = eye.peak !== null && holdOf(state) > 0;
  const side = eye.peak === null ? "" : sideOf(item, eye.peak, scene);
  const phase = eye.peak === null ? words(item.tempo.first) : isHeld ? words(eye.held_s >= holdOf(state) ? "enough" : "hold") : words(item.tempo.first === "lift" ? "lower" : "lift");
  return { say: clause(side, phase), sub: lastOf(eye.said, item, state, scene), spoken };
}

/** The second line: a cue stays until it is put right or something new is said. */
function lastOf(said: Said | null, item: Item, state: State, { words, coach }: Scene): string {
  if (said?.what === "cue") return coach.cues[said.code] ?? said.code;
  if (said?.what === "praise") return coach.praise;
  if (said?.what === "refusal") return coach.refusals[said.code] ?? said.code;
  if (said?.what === "change") return words("now_side", { side: within(said.side === "both" ? "" : (item.sides?.[said.side] ?? words(said.side === "left" ? "left_side" : "right_side"))) });
  if (state.eye.peak !== null && holdOf(state) > 0) return item.breathing;
  return item.cues[state.eye.counted % Math.max(1, item.cues.length)] ?? "";
}

/** The side at work, in a word, where the sides take turns. */
function turnOf({ eye }: State, item: Item, { words }: Scene): string {
  if (item.side !== "alternating" || eye.peak === null || eye.peak === "both") return "";
  return words(eye.peak === "left" ? "left_word" : "right_word");
}

function spokenOf(said: Said, state: State, item: Item, scene: Scene): string {
  const { words, coach } = scene;
  switch (said.what) {
    case "count":
      return clause(String(said.n), turnOf(state, item, scene), holdOf(state) > 0 ? words("hold") : "");
    case "enough":
      return words("enough");
    case "change":
      return clause(words("change_sides"), words("now_side", { side: within(sideOf(item, said.side, scene)) }));
    case "cue":
      return coach.cues[said.code] ?? said.code;
    case "refusal":
      return coach.refusals[said.code] ?? said.code;
    case "praise":
      return coach.praise;
    case "sight":
      return words("seen_again");
  }
}
