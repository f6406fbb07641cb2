/** What waits to be sent: a journal event, by its own id. */

export interface JournalEvent {
  readonly kind: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

/** An event in the queue; `fault` says why the server would not take it, and keeps it from being sent again. */
export interface Entry {
  readonly id: string;
  readonly event: JournalEvent;
  readonly fault: string | null;
}

/** Where entries are kept, in the order they came. Putting one that is there already changes nothing. */
export interface Box {
  /** Whether what is put here is still there after the page is closed. */
  readonly isKept: boolean;
  put(event: JournalEvent): Promise<void>;
  all(): Promise<readonly Entry[]>;
  remove(ids: readonly string[]): Promise<void>;
  /** Note why the server would not take an event; it stays in the box. */
  fault(id: string, fault: string): Promise<void>;
}
