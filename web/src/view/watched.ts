/** What the camera coach adds to the page: the checks before a set, its count, and a quiet line that says who counts. */
import { clock } from "../player/format";
import type { Eye } from "../player/eye";
import { isClear, isSeenWell } from "../player/eye";
import { sidesOf } from "../player/item";
import type { Scene } from "../player/scene";
import type { State } from "../player/state";
import { itemIndex, momentNow } from "../player/state";
import type { Key } from "../player/strings";
import { asked, holdOf, watchedItem } from "../player/watched";
import type { Child, Element_ } from "./node";
import { h, rich } from "./node";
import type { Ui } from "./ui";

type Check = "light" | "body" | "distance" | "view";
const CHECKS: readonly Check[] = ["light", "body", "distance", "view"];
/** What of the person is to change; what is not here, as slow pictures, is no fault of theirs. */
const FAILS: Readonly<Record<string, Check>> = {
  nobody: "body", out_of_frame: "body", other_person: "body", unsteady: "body", too_small: "distance", off_plane: "view", off_front: "view", swapped: "view", same_side: "view", far_side: "view",
};
type Mark = "good" | "wrong" | "open";
const NAMES: Readonly<Record<Check, Key>> = { light: "check_light", body: "check_body", distance: "check_distance", view: "check_view" };
const SIGNS: Readonly<Record<Mark, readonly [string, Key]>> = { good: ["✓", "mark_good"], wrong: ["✕", "mark_wrong"], open: ["·", "mark_open"] };

/** Return how each check stands: what fails first leaves those after it open, and all is well once it stayed so. */
export function checksOf(eye: Eye): Readonly<Record<Check, Mark>> {
  const { isLight, refusal, steady } = eye;
  const light: Mark = isLight ? (steady > 0 || refusal !== null ? "good" : "open") : "wrong";
  const wrong = refusal === null ? null : (FAILS[refusal] ?? null);
  const of = (check: Check): Mark => (wrong === check ? "wrong" : wrong === null && isClear(eye) ? "good" : "open");
  return { light, body: of("body"), distance: of("distance"), view: of("view") };
}

/** The four checks: a tick, a cross or a dot before each, and the same in words. */
export function checkList(state: State, { words }: Scene): Element_ {
  const marks = checksOf(state.eye);
  const isFront = watchedItem(state)?.watched === "front";
  const name = (check: Check): Key => (check === "view" && isFront ? "check_front" : NAMES[check]);
  return h(
    "ul",
    { key: "checks", class: "p-checks" },
    ...CHECKS.map((check) => {
      const [sign, word] = SIGNS[marks[check]];
      return h("li", { class: marks[check] }, h("span", { "aria-hidden": "true" }, sign), words(name(check)), h("span", { class: "vh" }, `: ${words(word)}`));
    }),
  );
}

/** What to change before the set, or that all is well. */
export function checkSentence({ eye }: State, { words, coach }: Scene): string {
  if (!eye.isLight) return words("too_dark");
  if (eye.refusal !== null) return coach.refusals[eye.refusal] ?? eye.refusal;
  if (isSeenWell(eye)) return words("seen_well");
  return isClear(eye) ? (coach.cues["position"] ?? words("looking")) : words("looking");
}

/** The large figure of a set that the camera counts: what is left of a hold, or the count. */
export function giantOf(state: State): string {
  const { eye } = state;
  const hold_s = holdOf(state);
  if (eye.peak !== null && hold_s > 0) return clock(Math.max(0, hold_s - eye.held_s) * 1000);
  return countOf(state);
}

/** The count of a set: of each side, where it has two. */
export function countOf(state: State): string {
  const item = state.items[itemIndex(state)];
  return item === undefined ? "" : sidesOf(item.side).map((side) => state.counted[side]).join(" · ");
}

/** Who counts, and how many: beside a hold, whose seconds are the large figure, the count stands here too. */
export function countLine(state: State, { words }: Scene): readonly [readonly Child[], readonly Child[]] {
  const { peak } = state.eye;
  const all = asked(state);
  if (peak !== null && holdOf(state) > 0) return [[words("by_camera")], rich(words("rep_of", { n: state.counted[peak], all }))];
  return [[words("by_camera")], rich(words(watchedItem(state)?.side === "both" ? "count_of" : "count_of_each", { n: all }))];
}

/** The quiet line: the way to switch the camera on, who counts and why, or what went wrong. */
export function cameraNote(state: State, { camera, watches }: Ui, { words, coach }: Scene): readonly Child[] {
  if (!camera.isThere || state.mode.at === "finished") return [];
  if (camera.trouble !== null) return saying(words(camera.trouble), words("camera_again"));
  const at = state.mode.at === "unlock" ? "unlock" : momentNow(state)?.kind;
  if (at !== "unlock" && at !== "ready") return [];
  const canWatch = at === "unlock" ? state.items.some((item) => item.watched !== null) : state.items[itemIndex(state)]?.watched;
  if (!watches) return canWatch ? saying(words("camera_stays"), words("camera_use")) : [];
  if (at === "unlock") return saying(words("camera_counts"), words("camera_stop"));
  if (!canWatch) return [coach.refusals["unseen"] ?? ""];
  return saying(state.eye.is === "opening" ? words("camera_opens") : "", words("camera_stop"));
}

/** A sentence and the press after it: always in these places, so that a press keeps its focus. */
function saying(sentence: string, press: string): readonly Child[] {
  return [h("span", {}, sentence), " ", h("button", { key: "camera", type: "button", class: "p-link", "data-do": "camera" }, press)];
}
