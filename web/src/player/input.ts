/** What can happen to a session, and what it asks of the world in return. */
import type { Told } from "../camera/told";
import type { Eye } from "./eye";
import type { CountedBy, EndReason, Works } from "./state";

export type Feel = "usual" | "new-or-sharp" | "leg";
export type AfterHurt = "easier" | "equal" | "next" | "end";

/** What the person says about a set. */
export interface Answers {
  readonly works: Works;
  readonly load_kg: number | null;
  readonly rir: number;
  readonly pain: number;
}

export type Input =
  | { readonly do: "tick" }
  | { readonly do: "begin" }
  | { readonly do: "done" }
  | { readonly do: "start" }
  | { readonly do: "pause" }
  | { readonly do: "resume" }
  | { readonly do: "redo" }
  | { readonly do: "skip" }
  | { readonly do: "more" }
  | { readonly do: "hurt" }
  | { readonly do: "back" }
  | { readonly do: "answer"; readonly feel: Feel; readonly then: AfterHurt }
  | { readonly do: "save"; readonly answers: Answers }
  | { readonly do: "change" }
  | { readonly do: "next" }
  | { readonly do: "end" }
  | { readonly do: "end-confirmed" }
  | { readonly do: "eye"; readonly is: Eye["is"] }
  | { readonly do: "light"; readonly isLight: boolean }
  | { readonly do: "told"; readonly told: Told };

export type Tone = "three" | "two" | "one" | "start" | "end" | "change";

/** A journal event before it has an id and a time. */
export type Draft =
  | SetDraft
  | { readonly kind: "skipped"; readonly exercise: string }
  | { readonly kind: "hurt"; readonly exercise: string; readonly feel: Feel; readonly pain: number | null }
  | { readonly kind: "swapped"; readonly old: string; readonly new: string; readonly swap: "easier" | "equal" }
  | { readonly kind: "session-ended"; readonly reason: EndReason };

export interface SetDraft extends Works {
  readonly kind: "set-done";
  readonly exercise: string;
  readonly number: number;
  readonly target_reps: number;
  readonly target_hold_s: number;
  readonly target_load_kg: number | null;
  readonly load_kg: number | null;
  readonly rir: number;
  readonly pain: number;
  readonly counted_by: CountedBy | null;
  /** It takes the place of the set of the same exercise and number. */
  readonly corrects: boolean;
}

export type Effect =
  | { readonly do: "record"; readonly draft: Draft }
  | { readonly do: "tone"; readonly tone: Tone }
  /** Something new is shown: say its caption. */
  | { readonly do: "say" };

export type Step<S> = readonly [S, readonly Effect[]];
