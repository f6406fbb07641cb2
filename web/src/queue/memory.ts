/** A box that lasts as long as the page: for browsers that let nothing be kept. */
import type { Box, Entry } from "./entry";

export function memoryBox(): Box {
  const entries = new Map<string, Entry>();
  return {
    isKept: false,
    async put(event) {
      if (!entries.has(event.id)) entries.set(event.id, { id: event.id, event, fault: null });
    },
    async all() {
      return [...entries.values()];
    },
    async remove(ids) {
      for (const id of ids) entries.delete(id);
    },
    async fault(id, fault) {
      const entry = entries.get(id);
      if (entry !== undefined) entries.set(id, { ...entry, fault });
    },
  };
}
