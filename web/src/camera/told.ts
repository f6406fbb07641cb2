/** What the engine says of a set, read from its messages. */
import type { Result } from "../result";
import { fail, ok } from "../result";
import type { Validator } from "../validate";
import { boolean, natural, nullable, number, object, oneOf, string } from "../validate";

type WorkingSide = "left" | "right" | null;

export type Told =
  | { readonly kind: "ready"; readonly exercise: string }
  | { readonly kind: "peak"; readonly side: WorkingSide; readonly count: number }
  | { readonly kind: "repetition"; readonly side: WorkingSide; readonly full: boolean; readonly hold_s: number }
  | { readonly kind: "hold"; readonly side: WorkingSide; readonly seconds: number }
  | { readonly kind: "held"; readonly side: WorkingSide; readonly seconds: number }
  | { readonly kind: "cue" | "praise" | "refusal" | "sight"; readonly code: string }
  | { readonly kind: "beat"; readonly at_s: number; readonly in_place: boolean }
  | { readonly kind: "finished" };

const side = nullable(oneOf("left", "right"));
const coded = <const K extends "cue" | "praise" | "refusal" | "sight">(kind: K): Validator<Told> => object({ kind: oneOf(kind), code: string });
const KINDS: Readonly<Record<string, Validator<Told>>> = {
  ready: object({ kind: oneOf("ready"), exercise: string }),
  peak: object({ kind: oneOf("peak"), side, count: natural }),
  repetition: object({ kind: oneOf("repetition"), side, full: boolean, hold_s: number }),
  hold: object({ kind: oneOf("hold"), side, seconds: natural }),
  held: object({ kind: oneOf("held"), side, seconds: number }),
  cue: coded("cue"),
  praise: coded("praise"),
  refusal: coded("refusal"),
  sight: coded("sight"),
  beat: object({ kind: oneOf("beat"), at_s: number, in_place: boolean }),
  finished: object({ kind: oneOf("finished") }),
};

/** Read a message; one of a kind that this page does not know is null. */
export function readTold(text: string): Result<Told | null> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fail("the coach should speak JSON");
  }
  const head = object({ kind: string })(data, "told");
  if (!head.ok) return head;
  return KINDS[head.value.kind]?.(data, "told") ?? ok(null);
}
