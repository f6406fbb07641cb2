/** The line to the engine: landmarks go out as they come, and what it says comes in. */
import type { Frame } from "./frame";
import { writeFrame } from "./frame";
import type { Told } from "./told";
import { readTold } from "./told";

/** The set that is watched. */
export interface Wanted {
  readonly session: string;
  readonly exercise: string;
  readonly hold_s: number;
}

export interface Line {
  watch(wanted: Wanted): void;
  send(frame: Frame): void;
  /** The set is over: what the engine knows of it afterwards is heard too. */
  finish(): void;
  close(): void;
}

/** What of a WebSocket matters here. */
export type Wire = Pick<WebSocket, "send" | "close" | "readyState" | "bufferedAmount" | "binaryType" | "onopen" | "onmessage" | "onclose">;

const OPEN = 1;
/** More than this waiting to be sent [bytes], some ten pictures: the line is too slow for another. */
const FULL = 4096;
/** Pictures sent and nothing heard for so long [ms]: the line is dead, even if nobody has said so. */
const SILENCE_MS = 4000;

/**
 * Open the line. `lost` is called once, when it closes by itself or falls silent; `clock` is in milliseconds.
 *
 * A set asked for before the line is open is asked for when it is.
 */
export function openLine(wire: Wire, clock: () => number, hear: (told: Told) => void, lost: () => void): Line {
  let wanted: Wanted | null = null;
  let isReady = false;
  let unheard_ms: number | null = clock();
  let isOver = false;

  function over(): void {
    if (isOver) return;
    isOver = true;
    wire.close();
    lost();
  }
  function ask(): void {
    if (wanted === null || wire.readyState !== OPEN) return;
    unheard_ms ??= clock();
    wire.send(JSON.stringify({ do: "watch", ...wanted }));
  }

  wire.binaryType = "arraybuffer";
  wire.onopen = ask;
  wire.onclose = over;
  wire.onmessage = ({ data }: MessageEvent) => {
    const told = readTold(String(data));
    unheard_ms = null;
    if (isOver || !told.ok || told.value === null) return;
    if (told.value.kind === "ready") isReady = told.value.exercise === wanted?.exercise;
    else if (!isReady) return; // of the set before
    hear(told.value);
  };
  return {
    watch(next) {
      wanted = next;
      isReady = false;
      ask();
    },
    send(frame) {
      if (isOver) return;
      if (unheard_ms !== null && clock() - unheard_ms > SILENCE_MS) return over();
      if (!isReady || wire.bufferedAmount > FULL) return;
      unheard_ms ??= clock();
      wire.send(writeFrame(frame));
    },
    finish() {
      if (isReady && wire.readyState === OPEN) wire.send(JSON.stringify({ do: "finish" }));
    },
    close() {
      isOver = true;
      wire.close();
    },
  };
}
