/** A value, or every fault that was found instead of it. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly string[] };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(...faults: readonly string[]): { readonly ok: false; readonly faults: readonly string[] } {
  return { ok: false, faults };
}
