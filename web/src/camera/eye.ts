/** The camera and the worker behind it: pictures are looked at one by one, and only landmarks come out. */
import type { Frame } from "./frame";
import type { FromWorker, Parts, ToWorker } from "./spoken";

/** Why there are no landmarks. */
export type Trouble = "camera_refused" | "camera_none" | "camera_model";

export interface Eye {
  readonly video: HTMLVideoElement;
  /** Look at pictures, or let them pass. */
  look(isOn: boolean): void;
  close(): void;
}

export interface Sighted {
  frame(frame: Frame): void;
  light(light: number): void;
  failed(trouble: Trouble): void;
}

const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 }, facingMode: "user" },
};

/** Ask for the camera and load the model; rejects with an `EyeError`, and then the camera is off again. */
export async function openEye(parts: Parts, told: Sighted): Promise<Eye> {
  if (!("requestVideoFrameCallback" in HTMLVideoElement.prototype)) throw new EyeError("camera_model");
  const stream = await cameraOf();
  const video = document.createElement("video");
  const shut = (): void => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    return await looking(stream, video, parts, told, shut);
  } catch {
    shut();
    throw new EyeError("camera_model");
  }
}

async function looking(stream: MediaStream, video: HTMLVideoElement, parts: Parts, told: Sighted, shut: () => void): Promise<Eye> {
  const worker = new Worker(parts.worker, { type: "module" });
  let isLooking = false;
  let since_ms = 0; // pictures taken before are of a time that nobody looked at: a video shows its last one again
  let isBusy = false;
  let isOver = false;
  let isFirst = true; // the model takes long over its first picture, as if pictures came too slowly

  const close = (): void => {
    isOver = true;
    worker.terminate();
    shut();
  };
  const fail = (trouble: Trouble): void => {
    if (isOver) return;
    close();
    told.failed(trouble);
  };
  const next = (): void => {
    if (!isOver) video.requestVideoFrameCallback((now, { captureTime }) => void look(now, captureTime ?? now));
  };
  async function look(time_ms: number, taken_ms: number): Promise<void> {
    next();
    if (!isLooking || isBusy || isOver || taken_ms < since_ms) return;
    isBusy = true;
    try {
      const picture = await createImageBitmap(video);
      worker.postMessage({ do: "look", picture, time_ms } satisfies ToWorker, [picture]);
    } catch {
      isBusy = false; // no picture yet
    }
  }

  for (const track of stream.getTracks()) track.onended = () => fail("camera_none");
  try {
    await opened(worker, parts);
    await video.play();
  } catch (error) {
    close();
    throw error;
  }
  worker.onerror = () => fail("camera_model");
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === "failed") return fail("camera_model");
    isBusy = false;
    if (data.kind !== "seen" || !isLooking) return;
    if (isFirst) return void (isFirst = false);
    if (data.light !== null) told.light(data.light);
    told.frame({ width: data.width, height: data.height, time_s: data.time_ms / 1000, landmarks: data.landmarks });
  };
  next();
  return {
    video,
    look: (isOn) => {
      if (isOn && !isLooking) since_ms = performance.now();
      isLooking = isOn;
    },
    close,
  };
}

/** Have the worker load the model. */
function opened(worker: Worker, { loader, binary, model }: Parts): Promise<void> {
  const absolute = (path: string): string => new URL(path, location.href).href;
  return new Promise((resolve, reject) => {
    worker.onerror = () => reject(new Error("camera_model"));
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => (data.kind === "open" ? resolve() : reject(new Error("camera_model")));
    worker.postMessage({ do: "open", parts: { loader: absolute(loader), binary: absolute(binary), model: absolute(model) } } satisfies ToWorker);
  });
}

export class EyeError extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

async function cameraOf(): Promise<MediaStream> {
  if (navigator.mediaDevices === undefined) throw new EyeError("camera_none");
  try {
    return await navigator.mediaDevices.getUserMedia(WANTED);
  } catch (error) {
    const isRefused = error instanceof DOMException && (error.name === "NotAllowedError" || error.name === "SecurityError");
    throw new EyeError(isRefused ? "camera_refused" : "camera_none");
  }
}
