/** From drafts to journal events: each gets its id and its time, and a correction the id of what it corrects. */
import type { Draft } from "../player/input";
import type { StoredEvent } from "../player/resume";
import type { JournalEvent } from "./entry";

/** Where ids and times come from. */
export interface Stamps {
  readonly newId: () => string;
  /** The time now, ISO 8601 in UTC. */
  readonly now: () => string;
}

export type Recorder = (draft: Draft) => JournalEvent;

/** Return the recorder of one session of one day; `known` are its events so far. */
export function recorderOf(session: string, day: string, known: readonly StoredEvent[], stamps: Stamps): Recorder {
  const sets = new Map<string, string>();
  for (const event of known) if (event.kind === "set-done") sets.set(keyOf(event), event.id);
  return (draft) => {
    const id = stamps.newId();
    const head = { id, at: stamps.now(), on: day, supersedes: null };
    if (draft.kind === "swapped") return { ...head, ...draft };
    if (draft.kind !== "set-done") return { ...head, session, ...draft };
    const { corrects, ...fields } = draft;
    const supersedes = corrects ? (sets.get(keyOf(draft)) ?? null) : null;
    sets.set(keyOf(draft), id);
    return { ...head, supersedes, session, ...fields };
  };
}

function keyOf(set: { readonly exercise: string; readonly number: number }): string {
  return `${set.exercise}/${set.number}`;
}
