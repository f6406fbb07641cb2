/** Drafts as they come back from the journal: with ids, and with what a correction supersedes. */
import type { Draft } from "../../src/player/input";
import type { StoredEvent } from "../../src/player/resume";

export function storedFrom(drafts: readonly Draft[]): StoredEvent[] {
  return drafts.map((draft, index) => {
    const head = { id: String(index), supersedes: null };
    if (draft.kind !== "set-done") return { ...head, ...draft };
    const { corrects, ...fields } = draft;
    return { ...head, ...fields, supersedes: corrects ? String(index - 1) : null };
  });
}
