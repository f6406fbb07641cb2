/** Starting: the page's data read and checked, the device gathered, and the player shown. */
import type { Boot } from "../boot";
import { parseBoot, storedEvent } from "../boot";
import { followSession } from "../figure/in-session";
import type { StoredEvent } from "../player/resume";
import { wordsOf } from "../player/strings";
import type { Entry } from "../queue/entry";
import { newId } from "../queue/ids";
import { openBox } from "../queue/open";
import { makeQueue } from "../queue/queue";
import type { Status } from "../queue/queue";
import { recorderOf } from "../queue/recorder";
import { sendTo } from "../queue/send";
import { NO_TONES, webTones } from "../sound/tones";
import { SILENT, webVoice } from "../voice/voice";
import { screenWake } from "../wake/wake";
import { pageClock, speedOf } from "./clock";
import type { Player } from "./mount";
import { mount } from "./mount";
import { readPrefs } from "./prefs";

/** Read the page's data and begin, or say what is wrong with it. */
export async function start(main: HTMLElement, text: string): Promise<void> {
  const read = parseBoot(text);
  if (!read.ok) return showFaults(main, read.faults);
  const boot = read.value;
  const words = wordsOf(boot.strings);
  if (!(await isOnlyTab(boot.session))) return showText(main, words("open_elsewhere"), { href: boot.today_url, name: words("to_today") });
  await begin(main, boot);
}

async function begin(main: HTMLElement, boot: Boot): Promise<void> {
  const box = await openBox(globalThis.indexedDB);
  let status: Status = { waiting: 0, isStuck: false, isKept: box.isKept, fault: null };
  let player: Player | null = null;
  const tell = (next: Status): void => {
    status = next;
    player?.tell(next);
  };
  const queue = makeQueue(box, sendTo(boot.events_url, boot.csrf, (...sent) => fetch(...sent)), later, tell);
  const known = [...boot.done, ...waitingOf(boot, await queue.entries())];
  const speed = speedOf(location.search, boot.speed_allowed);
  const clock = pageClock(() => performance.now(), () => Date.now(), speed);
  player = mount(main, boot, known, status, {
    clock,
    speed,
    voice: "speechSynthesis" in globalThis ? webVoice(speechSynthesis, boot.language) : SILENT,
    tones: "AudioContext" in globalThis ? webTones(() => new AudioContext()) : NO_TONES,
    wake: screenWake(document, navigator),
    prefs: readPrefs(() => localStorage, boot.session, boot),
    queue,
    follow: followSession(boot.figure, () => main.querySelector<HTMLElement>(".p-moving"), clock),
    recorder: recorderOf(boot.session, boot.day, known, { newId: () => newId(crypto), now: () => new Date().toISOString() }),
  });
  void queue.drain();
  addEventListener("online", () => void queue.drain());
  addEventListener("beforeunload", (event) => {
    if (status.waiting > 0 && !status.isKept) event.preventDefault();
  });
}

/** The events of this session that the server does not have yet; what the page already brought is left out. */
export function waitingOf(boot: Pick<Boot, "session" | "day" | "done">, entries: readonly Entry[]): readonly StoredEvent[] {
  const there = new Set(boot.done.map((event) => event.id));
  return entries.flatMap(({ id, event, fault }) => {
    const isOurs = event["session"] === boot.session || (event.kind === "swapped" && event["on"] === boot.day);
    const read = storedEvent(event, "waiting");
    return isOurs && fault === null && !there.has(id) && read.ok && read.value !== null ? [read.value] : [];
  });
}

function later(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}

/** Whether no other tab leads through this session; it stays ours until the page is closed. */
function isOnlyTab(session: string): Promise<boolean> {
  if (!("locks" in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const held = navigator.locks.request(`lumbar-session-${session}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => undefined);
    });
    held.catch(() => resolve(true));
  });
}

function showFaults(main: HTMLElement, faults: readonly string[]): void {
  showText(main, `This session cannot be shown: ${faults.slice(0, 3).join("; ")}. Go back to Today and start it again.`);
}

/** Show a text in the place of the player, as the page's heading, and a way out of it. */
function showText(main: HTMLElement, text: string, way?: { readonly href: string; readonly name: string }): void {
  const page = document.createElement("div");
  page.className = "page p-instead";
  const line = document.createElement("h1");
  line.textContent = text;
  page.append(line);
  if (way !== undefined) {
    const link = document.createElement("a");
    link.className = "btn";
    link.href = way.href;
    link.textContent = way.name;
    page.append(link);
  }
  main.replaceChildren(page);
}
