/**
 * Opening the figure: everything it is made of, fetched and put together.
 *
 * This is the way in to all that is heavy; whoever wants a figure imports it when it is wanted, and not before.
 */
import type { Result } from "../result";
import { fail } from "../result";
import { readBody } from "./body";
import type { Clip } from "./clip";
import { readClip } from "./clip";
import { FORM } from "./camera";
import { Figure } from "./figure";
import type { Loop } from "./loop";
import { makeLoop } from "./loop";
import { FULL } from "./pace";
import type { Pace } from "./pace";
import type { Skin } from "./skin";
import { Stage } from "./stage";

/** The addresses of bodies and clips. */
export interface Addresses {
  readonly body: (name: string) => string;
  readonly clip: (exercise: string, body: string) => string;
}

/** A figure on its canvas, drawn whenever `wake` was called or its moment moves on. */
export interface Shown {
  readonly canvas: HTMLCanvasElement;
  readonly figure: Figure;
  readonly loop: Loop;
  /** Show an exercise with a body; false where it could not be fetched, and what was shown stays. */
  readonly show: (exercise: string, body: string) => Promise<boolean>;
  readonly close: () => void;
}

const MOST_PX = 1200; // along the width, however fine the screen is: enough for the largest plate. Ours
const FINEST = 2; // pixels of the canvas for each of the page's

/** Make a canvas with WebGL, or nothing where there is none. */
function canvasWithWebGl(): readonly [HTMLCanvasElement, WebGL2RenderingContext] | null {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2", { alpha: true, antialias: true, depth: true, powerPreference: "low-power" });
  return context === null ? null : [canvas, context];
}

/**
 * Open a figure.
 *
 * `moment` is asked before every drawing: it puts the figure to its moment and tells whether it moves on. `lost` is
 * called when the browser takes WebGL away. Returns nothing where there is no WebGL.
 */
export function openFigure(addresses: Addresses, moment: (figure: Figure, now_ms: number) => boolean, lost: () => void): Shown | null {
  const made = canvasWithWebGl();
  if (made === null) return null;
  const [canvas, context] = made;
  const stage = new Stage(canvas, context);
  const figure = new Figure(stage);
  const bodies = new Map<string, Promise<Result<Skin>>>();
  let size = "";

  function fit(pace: Pace): void {
    const shown = canvas.clientWidth || canvas.width;
    const width = Math.round(Math.min(MOST_PX, shown * Math.min(FINEST, devicePixelRatio)) * pace.fineness);
    const next = `${width}`;
    if (next === size || width === 0) return;
    size = next;
    stage.size(width, Math.round(width / FORM));
  }

  const loop = makeLoop(canvas, (now_ms, pace) => {
    const isMoving = moment(figure, now_ms);
    fit(isMoving ? pace : FULL); // what stands still is looked at for longer
    return figure.draw(now_ms) || isMoving;
  });
  const watch = new ResizeObserver(loop.wake);
  watch.observe(canvas);
  const close = (): void => {
    watch.disconnect();
    loop.stop();
    stage.dispose();
    canvas.remove();
  };
  canvas.addEventListener("webglcontextlost", () => {
    close();
    lost();
  });

  async function show(exercise: string, body: string): Promise<boolean> {
    const skin = bodies.get(body) ?? fetched(addresses.body(body), async (answer) => readBody(await answer.arrayBuffer()));
    bodies.set(body, skin);
    const [made, clip] = await Promise.all([skin, clipOf(addresses.clip(exercise, body))]);
    if (!made.ok) bodies.delete(body); // so that it is asked for again
    if (!made.ok || !clip.ok) return false;
    figure.show(made.value, clip.value);
    loop.wake();
    return true;
  }

  return { canvas, figure, loop, show, close };
}

function clipOf(url: string): Promise<Result<Clip>> {
  return fetched(url, async (answer) => readClip(await answer.json()));
}

async function fetched<T>(url: string, read: (answer: Response) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    const answer = await fetch(url);
    return answer.ok ? await read(answer) : fail(`${url} answered ${answer.status}`);
  } catch {
    return fail(`${url} could not be fetched`);
  }
}
