/** When the figure is drawn: only when something changed, only while it can be seen, and never too often. */
import type { Pace } from "./pace";
import { FULL, after } from "./pace";

/** Draw what is so at a time [ms]; tell whether it goes on moving. */
export type Draw = (now_ms: number, pace: Pace) => boolean;

export interface Loop {
  /** Something changed: draw soon. */
  readonly wake: () => void;
  readonly stop: () => void;
}

const LONGEST_APART_MS = 1000; // further apart, the page was away and nothing was slow

/** Draw `element` by `draw`. */
export function makeLoop(element: Element, draw: Draw): Loop {
  let pace = FULL;
  let asked = 0;
  let last: number | null = null;
  let isSeen = true;
  let isOver = false;

  function frame(now_ms: number): void {
    asked = 0;
    if (isOver || !isSeen || document.hidden) {
      last = null;
      return;
    }
    if (last !== null && now_ms - last < pace.gap_ms) return ask();
    if (last !== null && now_ms - last < LONGEST_APART_MS) pace = after(pace, now_ms - last);
    last = now_ms;
    if (draw(now_ms, pace)) ask();
    else last = null;
  }

  function ask(): void {
    if (asked === 0 && !isOver) asked = requestAnimationFrame(frame);
  }

  const watch = new IntersectionObserver((entries) => {
    isSeen = entries.at(-1)?.isIntersecting ?? true;
    if (isSeen) ask();
  });
  watch.observe(element);
  document.addEventListener("visibilitychange", ask);
  return {
    wake: ask,
    stop() {
      isOver = true;
      cancelAnimationFrame(asked);
      watch.disconnect();
      document.removeEventListener("visibilitychange", ask);
    },
  };
}
