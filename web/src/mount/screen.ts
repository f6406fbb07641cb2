/** The real page: draws a state onto it, keeps focus in a sensible place, and tells screen readers what is new. */
import type { Scene } from "../player/scene";
import type { State } from "../player/state";
import { momentNow } from "../player/state";
import { isCountedByEye, watchedItem } from "../player/watched";
import { captionOf } from "../player/caption";
import { clause } from "../player/phrases";
import { help } from "../view/help";
import { lay } from "../view/lay";
import { page } from "../view/page";
import type { Addresses, Ui } from "../view/ui";

export interface Screen {
  readonly root: HTMLElement;
  readonly dialog: HTMLDialogElement;
  draw(state: State, ui: Ui): void;
  /** Tell a screen reader what is shown now, unless it has just been told. */
  announce(state: State): void;
}

export function makeScreen(main: HTMLElement, scene: Scene, addresses: Addresses): Screen {
  const root = document.createElement("div");
  const live = document.createElement("p");
  live.className = "vh";
  live.setAttribute("aria-live", "polite");
  const dialog = document.createElement("dialog");
  dialog.className = "p-help";
  dialog.setAttribute("aria-label", scene.words("sound_and_keys"));
  main.replaceChildren(live, root, dialog);
  let told = "";
  let mode = "";

  return {
    root,
    dialog,
    draw(state, ui) {
      const hadFocus = root.contains(document.activeElement);
      lay(root, [page(state, ui, scene, addresses)]);
      lay(dialog, help(ui, scene));
      if (state.mode.at !== mode) {
        mode = state.mode.at;
        scrollTo(0, 0);
      }
      if (hadFocus && !root.contains(document.activeElement)) refocus(root);
    },
    announce(state) {
      const place = placeOf(state);
      if (place === told) return;
      told = place;
      const { say, sub, spoken } = captionOf(state, scene);
      live.textContent = isWatched(state) ? spoken : clause(say, sub);
    },
  };
}

/** What was focused is gone: the main button takes its place, or the heading of a form. */
function refocus(root: HTMLElement): void {
  const form = root.querySelector(".form");
  const next = form === null ? root.querySelector<HTMLElement>("[data-main]") : root.querySelector<HTMLElement>("h1");
  next?.focus({ preventScroll: true });
}

/** The camera counts, or looks before it does: what it says is worth telling, and it says little. */
function isWatched(state: State): boolean {
  return isCountedByEye(state) || (state.mode.at === "running" && state.eye.said !== null && watchedItem(state) !== null);
}

/** The place in the session that is worth telling: not every phase, and never every second. */
function placeOf(state: State): string {
  const moment = momentNow(state);
  if (isWatched(state)) return `${state.mode.at}/${state.index}/watched/${state.eye.times}`;
  if (moment?.kind !== "move") return `${state.mode.at}/${state.index}`;
  const side = state.items[moment.item]?.side === "left-right" ? moment.side : "";
  return `${state.mode.at}/${moment.item}/${moment.of}/${moment.set}/${side}`;
}
