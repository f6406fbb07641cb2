/** From a press on the page, or a key, to what it does. */
import type { AfterHurt, Input } from "../player/input";
import type { State } from "../player/state";

/** Presses that are about the page and not about the session. */
export type PageAction = "voice" | "tones" | "keys" | "camera" | "help" | "close-help" | "drain" | "answer";

const INPUTS: ReadonlySet<string> = new Set<Input["do"]>([
  "begin", "done", "start", "pause", "resume", "redo", "skip", "more", "hurt", "back", "change", "next", "end", "end-confirmed",
]);
const PAGE_ACTIONS: ReadonlySet<string> = new Set<PageAction>(["voice", "tones", "keys", "camera", "help", "close-help", "drain", "answer"]);

type Plain = Exclude<Input, { do: "answer" | "save" | "eye" | "light" | "told" }>;

export function isInput(action: string): action is Plain["do"] {
  return INPUTS.has(action);
}
export function isPageAction(action: string): action is PageAction {
  return PAGE_ACTIONS.has(action);
}
export function isWay(word: string): word is AfterHurt {
  return word === "easier" || word === "equal" || word === "next" || word === "end";
}

/** What a key does now, besides the space bar: an action, or nothing where keys are switched off. */
export function actionOfKey(key: string, state: State, areOn: boolean): string | null {
  if (!areOn) return null;
  switch (key.toLowerCase()) {
    case "p":
      return state.mode.at === "paused" ? "resume" : "pause";
    case "s":
      return "skip";
    case "h":
      return "hurt";
    case "?":
      return "help";
    default:
      return null;
  }
}
