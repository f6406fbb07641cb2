/** Keeping the screen on while a session runs; where the browser cannot, nothing happens. */

export interface Wake {
  /** Keep the screen on, or let it go. */
  keep(on: boolean): void;
}

/** The browser lets go of the lock whenever the page is hidden, so it is asked for again when the page is back. */
export function screenWake(page: Document, device: Navigator): Wake {
  let wanted = false;
  let lock: WakeLockSentinel | null = null;
  let asking = false;

  async function ask(): Promise<void> {
    if (!wanted || asking || (lock !== null && !lock.released) || page.hidden || !("wakeLock" in device)) return;
    asking = true;
    try {
      lock = await device.wakeLock.request("screen");
      if (!wanted) await lock.release();
    } catch {
      lock = null; // a low battery may refuse it; it is asked for again at the next chance
    }
    asking = false;
  }

  page.addEventListener("visibilitychange", () => void ask());
  return {
    keep(on) {
      wanted = on;
      if (on) void ask();
      else void lock?.release();
    },
  };
}
