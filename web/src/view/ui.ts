/** What the page knows besides the session: the device, and answers not yet given. */
import type { Trouble } from "../camera/eye";
import type { Feel } from "../player/input";
import type { Status } from "../queue/queue";

/** A field of the form that needs another look. */
export type Field = "rir" | "pain" | "both-reps" | "left-reps" | "right-reps" | "both-hold" | "left-hold" | "right-hold" | "load";

export interface Ui {
  readonly feel: Feel | null;
  readonly missing: readonly Field[];
  readonly hasVoice: boolean;
  readonly voice: boolean;
  readonly tones: boolean;
  /** Whether letters on the keyboard do something. */
  readonly keys: boolean;
  /** 0 to 1. */
  readonly volume: number;
  readonly status: Status;
  /** Whether the camera is to count where it can. */
  readonly watches: boolean;
  readonly camera: CameraUi;
}

/** The camera as the page shows it. */
export interface CameraUi {
  /** Its parts were built, so that it can be switched on. */
  readonly isThere: boolean;
  /** Why it does not count though it was switched on. */
  readonly trouble: Trouble | "camera_lost" | null;
}

/** The addresses a page leads to. */
export interface Addresses {
  readonly done_url: string;
  readonly today_url: string;
  readonly signs_url: string;
}
