/** Sending what waits from a page that is not the player. */
import { openBox } from "../queue/open";
import { makeQueue } from "../queue/queue";
import { sendTo } from "../queue/send";

/** Send what waits to `url`; when all of it arrives at once, the page is loaded again, for it may say something else now. */
export async function drainFrom(url: string, token: string): Promise<void> {
  const box = await openBox(globalThis.indexedDB);
  const isWaiting = async (): Promise<boolean> => (await box.all()).some((entry) => entry.fault === null);
  if (!(await isWaiting())) return;
  const later = (ms: number, act: () => void): (() => void) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  };
  const queue = makeQueue(box, sendTo(url, token, (...sent) => fetch(...sent)), later, () => undefined);
  addEventListener("online", () => void queue.drain());
  await queue.drain();
  if (!(await isWaiting())) location.reload();
}
