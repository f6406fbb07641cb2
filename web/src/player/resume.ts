/**
 * Going on with a session: what the journal already holds of it, replayed onto its items.
 *
 * Sets, skips, swaps and hurts are read in their order; the session goes on at the first set that is not done.
 */
import type { Item, Rules } from "./item";
import { withSaved } from "./set";
import type { EndReason, SavedSet, State, Works } from "./state";
import { GAP_MS, begin } from "./state";

interface Stored {
  readonly id: string;
  readonly supersedes: string | null;
}

/** A journal event of this session, as far as the player needs to read it back. */
export type StoredEvent =
  | (Stored & SavedFields & { readonly kind: "set-done" })
  | (Stored & { readonly kind: "skipped" | "hurt"; readonly exercise: string })
  | (Stored & { readonly kind: "swapped"; readonly old: string; readonly new: string })
  | (Stored & { readonly kind: "session-ended"; readonly reason: EndReason });

type SavedFields = Works & Omit<SavedSet, "works">;

interface Replay {
  readonly items: readonly Item[];
  readonly saved: readonly SavedSet[];
  readonly over: ReadonlySet<string>;
  readonly stopped: readonly string[];
  readonly ended: EndReason | null;
}

/** Return the state before the first tap of a session of which `events` are known. */
export function resume(items: readonly Item[], rules: Rules, events: readonly StoredEvent[], gap_ms = GAP_MS): State {
  const empty: Replay = { items, saved: [], over: new Set(), stopped: [], ended: null };
  const replay = events.reduce(replayed, empty);
  const done = replay.items.map((item) => (replay.over.has(item.exercise) ? item.sets : setsOf(replay, item.exercise)));
  const state = begin(replay.items, rules, done, gap_ms);
  const known = { ...state, saved: replay.saved, stopped: replay.stopped };
  return replay.ended === null ? known : ended(known, replay.ended);
}

function ended(state: State, reason: EndReason): State {
  return { ...state, index: state.moments.length, reason, mode: { at: "finished", reason } };
}

function replayed(replay: Replay, event: StoredEvent): Replay {
  switch (event.kind) {
    case "set-done":
      return { ...replay, saved: withSaved(replay.saved, savedOf(event)) };
    case "skipped":
      return { ...replay, over: new Set([...replay.over, event.exercise]) };
    case "hurt":
      return {
        ...replay,
        over: new Set([...replay.over, event.exercise]),
        stopped: [...new Set([...replay.stopped, event.exercise])],
      };
    case "swapped":
      return { ...replay, items: replay.items.map((item) => swapped(replay, item, event.old, event.new)) };
    case "session-ended":
      return { ...replay, ended: event.reason };
  }
}

function savedOf(event: SavedFields): SavedSet {
  const { exercise, number, both, left, right, load_kg, rir, pain, counted_by } = event;
  return { exercise, number, works: { both, left, right }, load_kg, rir, pain, counted_by };
}

function setsOf(replay: Replay, exercise: string): number {
  return replay.saved.filter((set) => set.exercise === exercise).length;
}

function swapped(replay: Replay, item: Item, old: string, now: string): Item {
  const other = [item.easier, item.equal].find((candidate) => candidate?.exercise === now);
  if (item.exercise !== old || other === null || other === undefined) return item;
  const left = item.sets - setsOf(replay, old);
  return { ...other, sets: Math.max(1, Math.min(other.sets, left)) };
}
