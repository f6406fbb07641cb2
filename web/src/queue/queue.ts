/**
 * The queue: what was confirmed is put into the box first and sent after, until the server has it.
 *
 * An event leaves the box only when the server names its id as stored or known. Sending it twice does no harm, for it
 * keeps its id.
 */
import type { Box, Entry, JournalEvent } from "./entry";
import type { Answer, Send } from "./send";

export interface Status {
  /** Events that the server does not have yet. */
  readonly waiting: number;
  /** The last try to send them failed. */
  readonly isStuck: boolean;
  /** What waits outlives the page. */
  readonly isKept: boolean;
  /** Why the server would not take an event, if that happened since the page was opened. */
  readonly fault: string | null;
}

export interface Queue {
  /** Keep an event; resolves once it is in the box. It is sent on its own. */
  add(event: JournalEvent): Promise<void>;
  /** Send what waits now, without waiting for the next try. */
  drain(): Promise<void>;
  entries(): Promise<readonly Entry[]>;
}

/** Call `act` in some milliseconds; returns how to call it off. */
export type Later = (ms: number, act: () => void) => () => void;

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
const BATCH = 50;

export function makeQueue(box: Box, send: Send, later: Later, tell: (status: Status) => void): Queue {
  let wait_ms = FIRST_WAIT_MS;
  let callOff: () => void = () => undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let fault: string | null = null;

  async function report(isStuck: boolean): Promise<void> {
    const entries = await box.all();
    tell({ waiting: entries.filter((entry) => entry.fault === null).length, isStuck, isKept: box.isKept, fault });
  }

  /** Send one batch; says whether there is nothing more to send, more of it, or trouble. */
  async function once(): Promise<"empty" | "more" | "stuck"> {
    const due = (await box.all()).filter((entry) => entry.fault === null).slice(0, BATCH);
    if (due.length === 0) return "empty";
    const answer = await send(due.map((entry) => entry.event));
    return answer.ok && (await settle(due, answer.value)) ? "more" : "stuck";
  }

  async function settle(due: readonly Entry[], answer: Answer): Promise<boolean> {
    const taken = due.filter((entry) => answer.stored.includes(entry.id) || answer.known.includes(entry.id));
    const refused = answer.refused.filter(({ id }) => due.some((entry) => entry.id === id));
    await box.remove(taken.map((entry) => entry.id));
    for (const { id, faults } of refused) {
      fault = faults.join(" ") || "?";
      await box.fault(id ?? "", fault);
    }
    return taken.length + refused.length > 0;
  }

  async function run(): Promise<void> {
    callOff();
    for (;;) {
      again = false;
      const outcome = await once().catch(() => "stuck" as const);
      await report(outcome === "stuck");
      if (outcome === "stuck") return retry();
      wait_ms = FIRST_WAIT_MS;
      if (outcome === "empty" && !again) return;
    }
  }

  function retry(): void {
    callOff = later(wait_ms, () => void drain());
    wait_ms = Math.min(LONGEST_WAIT_MS, wait_ms * 2);
  }

  function drain(): Promise<void> {
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    async add(event) {
      await box.put(event);
      void drain();
    },
    drain,
    entries: () => box.all(),
  };
}
