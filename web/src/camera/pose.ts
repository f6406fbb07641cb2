/** The pose model in its worker: a picture in, 33 landmarks out. No picture leaves it. */
import type { NormalizedLandmark } from "@mediapipe/tasks-vision";
import { PoseLandmarker } from "@mediapipe/tasks-vision";
import { LANDMARKS } from "./frame";
import { isSoftware } from "./graphics";
import { lightOf } from "./light";
import type { FromWorker, ToWorker } from "./spoken";
import { apart } from "./torso";

type Parts = Extract<ToWorker, { do: "open" }>["parts"];

// The numbers are ours: tried with drawn films beside a busy processor.

/** How often [ms] what is followed is compared with what is found anew: a track can stay on a body that is gone. */
const AGAIN_MS = 1500;
/** A track further than this from what is found anew is a wrong one [torsos]. */
const WRONG = 0.5;
/** After so long without a picture [ms], as in a rest, the person may lie elsewhere: nothing is followed from before. */
const AWAY_MS = 1000;
const LIGHT_MS = 500;
/** The GPU is left when its pictures take longer than this [ms], in the middle of the first few. */
const SLOW_MS = 90;
const TRIED = 8;

interface Models {
  readonly follows: PoseLandmarker;
  readonly finds: PoseLandmarker;
}

export interface Pose {
  take(message: ToWorker): Promise<void>;
}

/** Return what answers the page's messages through `say`. */
export function poseOf(say: (message: FromWorker) => void, clock: () => number): Pose {
  let models: Models | null = null;
  let parts: Parts | null = null;
  let took: number[] | null = null;
  let again_ms = 0;
  let last_ms = 0;
  let light_ms = -LIGHT_MS;

  async function open(delegate: "GPU" | "CPU"): Promise<void> {
    if (parts === null) return;
    models = await load(parts, delegate);
    took = delegate === "GPU" ? [] : null;
  }

  async function begin(found: Parts): Promise<void> {
    parts = found;
    try {
      await open(isSoftware() ? "CPU" : "GPU").catch(() => open("CPU"));
      say({ kind: "open" });
    } catch (error) {
      say({ kind: "failed", why: String(error) });
    }
  }

  async function look(picture: ImageBitmap, time_ms: number): Promise<void> {
    if (models === null) return picture.close();
    const { width, height } = picture;
    const from = clock();
    let light: number | null = null;
    let landmarks: Float32Array | null = null;
    try {
      landmarks = await seen(models, picture, time_ms);
      if (time_ms - light_ms >= LIGHT_MS) {
        light_ms = time_ms;
        light = lightOf(picture);
      }
    } catch (error) {
      models = null;
      say({ kind: "failed", why: String(error) });
    }
    picture.close();
    await leaveSlow(clock() - from);
    say({ kind: "seen", time_ms, width, height, landmarks, light });
  }

  async function seen({ follows, finds }: Models, picture: ImageBitmap, time_ms: number): Promise<Float32Array | null> {
    const { width, height } = picture;
    if (time_ms - last_ms > AWAY_MS) await forget(follows);
    last_ms = time_ms;
    const followed = rows(follows.detectForVideo(picture, time_ms).landmarks[0], width, height);
    if (time_ms - again_ms < AGAIN_MS) return followed;
    again_ms = time_ms;
    const found = rows(finds.detect(picture).landmarks[0], width, height);
    if (followed === null || found === null || apart(followed, found) <= WRONG) return followed;
    await forget(follows);
    return found;
  }

  function forget(follows: PoseLandmarker): Promise<void> {
    return follows.setOptions({ runningMode: "VIDEO" });
  }

  /** Go on without the graphics card, and give back what it held. */
  async function leave(): Promise<void> {
    const before = models;
    await open("CPU");
    before?.follows.close();
    before?.finds.close();
  }

  /** A graphics card that is slower than the processor is no help. */
  async function leaveSlow(ms: number): Promise<void> {
    if (took === null) return;
    took.push(ms);
    if (took.length < TRIED) return;
    const middle = [...took].sort((a, b) => a - b)[TRIED / 2] ?? 0;
    took = null;
    if (middle > SLOW_MS) await leave().catch(() => undefined);
  }

  return {
    take: (message) => (message.do === "open" ? begin(message.parts) : look(message.picture, message.time_ms)),
  };
}

/** The loader leaves its factory here, once; the library takes it away with the first model it makes. */
const around = globalThis as { ModuleFactory?: unknown };
let factory: unknown;

async function factoryOf(loader: string): Promise<unknown> {
  await import(/* @vite-ignore */ loader);
  return around.ModuleFactory;
}

async function load({ loader, binary, model }: Parts, delegate: "GPU" | "CPU"): Promise<Models> {
  const files = { wasmLoaderPath: loader, wasmBinaryPath: binary };
  factory ??= await factoryOf(loader);
  const of = (runningMode: "VIDEO" | "IMAGE"): Promise<PoseLandmarker> => {
    around.ModuleFactory = factory;
    return PoseLandmarker.createFromOptions(files, { baseOptions: { modelAssetPath: model, delegate }, runningMode, numPoses: 1 });
  };
  return { follows: await of("VIDEO"), finds: await of("IMAGE") };
}

function rows(found: readonly NormalizedLandmark[] | undefined, width: number, height: number): Float32Array | null {
  if (found === undefined || found.length !== LANDMARKS) return null;
  return Float32Array.from(found.flatMap(({ x, y, visibility }) => [x * width, y * height, visibility]));
}
