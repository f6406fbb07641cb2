/** What the page and its worker say to one another. */

export interface Parts {
  readonly worker: string;
  readonly loader: string;
  readonly binary: string;
  readonly model: string;
  /** Where the engine listens. */
  readonly live: string;
}

export type ToWorker =
  | { readonly do: "open"; readonly parts: Pick<Parts, "loader" | "binary" | "model"> }
  | { readonly do: "look"; readonly picture: ImageBitmap; readonly time_ms: number };

export type FromWorker =
  | { readonly kind: "open" }
  | { readonly kind: "failed"; readonly why: string }
  /** `landmarks` as a frame has them [px]; `light` is the mean of the picture, 0 to 1, told now and then. */
  | { readonly kind: "seen"; readonly time_ms: number; readonly width: number; readonly height: number; readonly landmarks: Float32Array | null; readonly light: number | null };
