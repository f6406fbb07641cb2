/** The figure of the guided session: it moves with the session's own clock, and stands where that stands. */
import type { Boot } from "../boot";
import type { Posed } from "../player/figure";
import { posed, shownItem } from "../player/figure";
import type { State } from "../player/state";
import type { Shown } from "./open";
import { BODIES, readBodyName } from "./remember";
import { deviceOf, wantedOn } from "./wanted";

/** Show a state of the session; it is told again whenever anything changed. */
export type Follow = (state: State) => void;

/**
 * Return what follows a session with a figure in `holder()`, at the time of `clock` [ms].
 *
 * Where a device or a person wants no motion, or there is no WebGL, the stills stay and nothing is fetched.
 */
export function followSession(told: Boot["figure"], holder: () => HTMLElement | null, clock: () => number): Follow {
  if (told === null || wantedOn(deviceOf(window)) !== "now") return () => undefined;
  const body = readBodyName(() => localStorage, BODIES, told.body);
  const addresses = {
    body: (name: string) => told.bodies.replace("BODY", name),
    clip: (exercise: string, name: string) => told.clip.replace("EXERCISE", exercise).replace("BODY", name),
  };
  let state: State | null = null;
  let shown: Shown | null = null;
  let isOpening = false;
  let ready = ""; // the exercise that the canvas shows
  let asked = ""; // the one that was asked for last
  let drawn = "";

  async function open(): Promise<void> {
    isOpening = true;
    const heavy = await import("./open").catch(() => null); // a network that is gone: the stills stay
    shown = heavy?.openFigure(addresses, (figure) => {
      const now = poseNow();
      if (now === null || now.exercise !== ready) return false;
      drawn = keyOf(now);
      figure.at(now, now.alternates);
      return now.moves;
    }, () => {
      shown = null;
    }) ?? null;
    if (shown === null) return;
    shown.canvas.setAttribute("role", "img");
    shown.canvas.hidden = true;
    if (state !== null) follow(state);
  }

  function poseNow(): Posed | null {
    return state === null ? null : posed(state, state.now_ms === null ? 0 : clock() - state.now_ms);
  }

  async function change(exercise: string): Promise<void> {
    asked = exercise;
    await stillIn(holder());
    if (asked !== exercise) return;
    if (shown !== null) shown.canvas.hidden = true;
    const isThere = (await shown?.show(exercise, body)) ?? false;
    if (asked !== exercise || shown === null || !isThere) return;
    ready = exercise;
    const now = poseNow();
    if (now !== null) shown.figure.at(now, now.alternates);
    shown.figure.draw(performance.now()); // before it is shown: until then the still stands there
    shown.canvas.hidden = false;
    shown.loop.wake();
  }

  function follow(next: State): void {
    state = next;
    const item = next.items[shownItem(next)];
    if (item === undefined || !item.moves) return;
    if (shown === null) return isOpening ? undefined : void open();
    const place = holder();
    if (place !== null && shown.canvas.parentElement !== place) place.append(shown.canvas);
    shown.canvas.setAttribute("aria-label", item.picture?.alt ?? item.name);
    if (item.exercise !== asked) return void change(item.exercise);
    const now = poseNow();
    if (now !== null && (now.moves || keyOf(now) !== drawn)) shown.loop.wake();
  }

  return follow;
}

const PATIENCE_MS = 500; // so long the figure of the exercise before may stand, while a still comes; ours

/** Wait until the still beside a place can be shown, so that the plate is never empty. */
async function stillIn(place: HTMLElement | null): Promise<void> {
  const still = place?.parentElement?.querySelector("img");
  const late = new Promise<void>((done) => setTimeout(done, PATIENCE_MS));
  await Promise.race([still?.decode().catch(() => undefined), late]);
}

function keyOf({ exercise, share, side }: Posed): string {
  return `${exercise} ${share} ${side}`;
}
