/** The camera in the session: opened when it is wanted, shown small, its landmarks sent, and what comes back pressed. */
import type { Eye, Trouble } from "../camera/eye";
import { EyeError, openEye } from "../camera/eye";
import type { Frame } from "../camera/frame";
import { DARK } from "../camera/light";
import type { Line } from "../camera/line";
import { openLine } from "../camera/line";
import { drawSkeleton } from "../camera/skeleton";
import type { Parts } from "../camera/spoken";
import type { Input } from "../player/input";
import type { State } from "../player/state";
import { holdOf, watchKey, watchedItem } from "../player/watched";

export interface Watching {
  /** Open the camera, or close it. */
  want(isOn: boolean): void;
  /** Watch what this state wants watched, and show the person where they are watched. */
  follow(state: State): void;
}

/** What the player does with what is seen. */
export interface Seeing {
  readonly parts: Parts;
  readonly session: string;
  readonly holder: () => HTMLElement | null;
  readonly press: (input: Input) => void;
  readonly trouble: (trouble: Trouble | "camera_lost") => void;
}

const SKELETON = "#ffd166";

export function watchingOf({ parts, session, holder, press, trouble }: Seeing): Watching {
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  let eye: Eye | null = null;
  let line: Line | null = null;
  let opened = 0; // how often it was wanted or given up: what opens late is closed again
  let key = "";

  function close(): void {
    opened += 1;
    eye?.close();
    line?.close();
    [eye, line, key] = [null, null, ""];
    canvas.remove();
    holder()?.replaceChildren();
  }

  /** Call the engine. Where nothing is watched, as in a rest, it may hang up: it is called again when there is. */
  function dial(): Line {
    const wire = new WebSocket(new URL(parts.live, location.href.replace(/^http/u, "ws")));
    const called = openLine(wire, () => performance.now(), (told) => press({ do: "told", told }), () => {
      if (line !== called) return;
      if (key !== "") return fail("camera_lost");
      line = null;
    });
    return called;
  }

  function fail(why: Trouble | "camera_lost"): void {
    close();
    trouble(why);
    press({ do: "eye", is: "off" });
  }

  async function open(): Promise<void> {
    close();
    const mine = opened;
    press({ do: "eye", is: "opening" });
    try {
      const found = await openEye(parts, { frame, light: (light) => press({ do: "light", isLight: light >= DARK }), failed: fail });
      if (mine !== opened) return found.close();
      eye = found;
      eye.video.setAttribute("aria-hidden", "true");
      press({ do: "eye", is: "on" });
    } catch (error) {
      if (mine === opened) fail(error instanceof EyeError ? error.trouble : "camera_model");
    }
  }

  function frame(seen: Frame): void {
    drawSkeleton(canvas, seen, SKELETON);
    line?.send(seen);
  }

  function show(isShown: boolean): void {
    const place = holder();
    if (place === null || eye === null) return;
    if (!isShown) return place.replaceChildren();
    if (eye.video.parentElement === place) return;
    place.replaceChildren(eye.video, canvas);
    void eye.video.play().catch(() => undefined);
  }

  return {
    want: (isOn) => (isOn ? void open() : close()),
    follow(state) {
      if (eye === null) return;
      const item = watchedItem(state);
      const next = watchKey(state);
      show(item !== null);
      eye.look(item !== null);
      if (next === key) return;
      key = next;
      if (item === null) return state.mode.at === "log" ? line?.finish() : undefined;
      line ??= dial();
      line.watch({ session, exercise: item.exercise, hold_s: holdOf(state) });
    },
  };
}
