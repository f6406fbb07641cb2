/** What the page brings with it, checked at the door. */
import type { Parts } from "./camera/spoken";
import type { CoachWords } from "./player/scene";
import { NO_WORDS } from "./player/scene";
import type { Item, Rules } from "./player/item";
import type { StoredEvent } from "./player/resume";
import type { Result } from "./result";
import { fail, ok } from "./result";
import type { Validator } from "./validate";
import { array, boolean, lazy, natural, nullable, number, object, oneOf, optional, record, string } from "./validate";

export interface Boot {
  readonly session: string;
  readonly day: string;
  readonly language: string;
  readonly csrf: string;
  readonly events_url: string;
  readonly done_url: string;
  readonly today_url: string;
  readonly signs_url: string;
  readonly units: { readonly mass: "kg" | "lb" };
  readonly voice: boolean;
  /** Whether the camera is to count where it can, by the settings. */
  readonly watches: boolean;
  readonly speed_allowed: boolean;
  /** The moving figure: addresses with `EXERCISE` and `BODY` in them, and who it is. */
  readonly figure: { readonly clip: string; readonly bodies: string; readonly body: string } | null;
  readonly rules: Rules;
  readonly items: readonly Item[];
  readonly done: readonly StoredEvent[];
  readonly strings: Readonly<Record<string, string>>;
  /** Where the parts of the camera coach are; null where they were not built. */
  readonly camera: Parts | null;
  readonly coach: CoachWords;
}

const rules = object({
  pain_stop: number,
  pain_rise_stop: number,
  pain_amber: number,
  usual_pain: number,
  usual_margin: number,
  pain_before: number,
  get_ready_s: number,
  change_side_s: number,
  warm_up_rest_s: number,
});

const tempo = object({
  lower_s: number,
  bottom_s: number,
  lift_s: number,
  top_s: number,
  first: oneOf("lift", "lower"),
  hold_at: oneOf("top", "bottom"),
  said: optional(oneOf("lift", "tighten", "go"), "lift" as const),
});

const itemOrNone: Validator<Item | null> = lazy(() => optional(nullable(item), null));
const item: Validator<Item> = object({
  exercise: string,
  name: string,
  position: string,
  set_up: string,
  steps: array(string),
  cues: array(string),
  breathing: string,
  picture: nullable(object({ src: string, alt: string })),
  moves: optional(boolean, false),
  watched: optional(nullable(oneOf("side", "front")), null),
  sets: natural,
  reps: natural,
  hold_s: number,
  side: oneOf("both", "left-right", "alternating"),
  sides: optional(nullable(object({ left: string, right: string })), null),
  load_kg: nullable(number),
  comfortable: boolean,
  rest_s: number,
  warm_up: array(object({ reps: natural, load_kg: number })),
  tempo,
  seconds: number,
  easier: itemOrNone,
  equal: itemOrNone,
});

const head = { id: string, supersedes: optional(nullable(string), null) };
const work = nullable(object({ reps: natural, hold_s: number }));
const KINDS: Readonly<Record<string, Validator<StoredEvent>>> = {
  "set-done": object({
    ...head,
    kind: oneOf("set-done"),
    exercise: string,
    number: natural,
    both: work,
    left: work,
    right: work,
    load_kg: nullable(number),
    rir: natural,
    pain: natural,
    counted_by: optional(nullable(oneOf("timer", "camera", "person")), null),
  }),
  skipped: object({ ...head, kind: oneOf("skipped"), exercise: string }),
  hurt: object({ ...head, kind: oneOf("hurt"), exercise: string }),
  swapped: object({ ...head, kind: oneOf("swapped"), old: string, new: string }),
  "session-ended": object({ ...head, kind: oneOf("session-ended"), reason: oneOf("done", "stopped", "pain") }),
};

/** Read back a journal event; one of a kind that the player has no use for is null. */
export const storedEvent: Validator<StoredEvent | null> = (data, place) => {
  const kind = object({ kind: string })(data, place);
  if (!kind.ok) return kind;
  const known = KINDS[kind.value.kind];
  return known === undefined ? ok(null) : known(data, place);
};

const boot = object({
  session: string,
  day: string,
  language: string,
  csrf: string,
  events_url: string,
  done_url: string,
  today_url: string,
  signs_url: string,
  units: object({ mass: oneOf("kg", "lb") }),
  voice: boolean,
  watches: optional(boolean, false),
  speed_allowed: boolean,
  figure: optional(nullable(object({ clip: string, bodies: string, body: string })), null),
  rules,
  items: array(item),
  done: array(storedEvent),
  strings: record(string),
  camera: optional(nullable(object({ worker: string, loader: string, binary: string, model: string, live: string })), null),
  coach: optional(object({ cues: record(string), refusals: record(string), praise: string }), NO_WORDS),
});

/** Read the text of the page's data. */
export function parseBoot(text: string): Result<Boot> {
  const data = parsed(text);
  const read = data.ok ? boot(data.value, "boot") : data;
  if (!read.ok) return read;
  return ok({ ...read.value, done: read.value.done.filter((event) => event !== null) });
}

function parsed(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return fail("boot should be JSON");
  }
}
