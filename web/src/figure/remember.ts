/** Who the figure is, remembered on this device. */

/** Who can be chosen. */
export const BODIES = ["woman", "man"] as const;

const KEY = "lumbar-figure";

/** Return who was chosen, where it is one of those there are; otherwise `otherwise`. */
export function readBodyName(storage: () => Storage, names: readonly string[], otherwise: string): string {
  try {
    const kept = storage().getItem(KEY) ?? "";
    return names.includes(kept) ? kept : otherwise;
  } catch {
    return otherwise;
  }
}

export function writeBodyName(storage: () => Storage, name: string): void {
  try {
    storage().setItem(KEY, name);
  } catch {
    // A browser that keeps nothing shows the usual one next time.
  }
}
