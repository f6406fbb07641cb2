/** Turning the figure by hand: drags and arrow keys become an orbit. */
import type { Orbit } from "./orbit";
import { dragged, keyed } from "./orbit";

export interface Turned {
  readonly orbit: () => Orbit;
  readonly elevation_deg: () => number;
  readonly turn: (orbit: Orbit) => void;
}

/** Let `element` be dragged, and turned with the arrow keys while it has the focus. */
export function letTurn(element: HTMLElement, { orbit, elevation_deg, turn }: Turned): void {
  let from: { readonly x: number; readonly y: number } | null = null;

  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY };
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const width = element.clientWidth || 1;
    turn(dragged(orbit(), (event.clientX - from.x) / width, (event.clientY - from.y) / width, elevation_deg()));
    from = { x: event.clientX, y: event.clientY };
  });
  for (const end of ["pointerup", "pointercancel"] as const) {
    element.addEventListener(end, () => {
      from = null;
    });
  }
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = keyed(orbit(), event.key, elevation_deg());
    if (next === null) return;
    event.preventDefault();
    turn(next);
  });
}
