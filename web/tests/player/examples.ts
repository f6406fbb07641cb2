/** Items and rules to try the player with, and a person who presses what is due. */
import type { Item, Rules } from "../../src/player/item";
import type { State } from "../../src/player/state";
import { momentNow } from "../../src/player/state";
import { step } from "../../src/player/step";
import type { Draft, Effect, Input } from "../../src/player/input";

export const RULES: Rules = {
  pain_stop: 6,
  pain_rise_stop: 3,
  pain_amber: 4,
  usual_pain: 0,
  usual_margin: 2,
  pain_before: 1,
  get_ready_s: 5,
  change_side_s: 3,
  warm_up_rest_s: 60,
};

export const BIRD_DOG: Item = {
  exercise: "bird-dog",
  name: "Bird dog",
  position: "Hands and knees",
  set_up: "Kneel on all fours.",
  steps: ["Draw the stomach in lightly.", "Reach.", "Return."],
  cues: ["Reach long rather than high."],
  breathing: "Breathe out slowly while you hold.",
  picture: { src: "bird-dog.webp", alt: "On hands and knees" },
  moves: true,
  watched: null,
  sets: 2,
  reps: 3,
  hold_s: 2,
  side: "alternating",
  sides: null,
  load_kg: null,
  comfortable: false,
  rest_s: 45,
  warm_up: [],
  tempo: { lower_s: 2, bottom_s: 1, lift_s: 2, top_s: 0, first: "lift", hold_at: "top", said: "lift" },
  seconds: 0,
  easier: null,
  equal: null,
};

export function item(change: Partial<Item> = {}): Item {
  return { ...BIRD_DOG, ...change };
}

export const WALL_SQUAT = item({
  exercise: "wall-squat",
  name: "Wall squat",
  side: "both",
  sets: 1,
  reps: 4,
  hold_s: 5,
  rest_s: 60,
  tempo: { lower_s: 2, bottom_s: 0, lift_s: 2, top_s: 0.5, first: "lower", hold_at: "bottom", said: "lift" },
});

/** A session being played: its state, its clock, and everything it asked for. */
export class Play {
  now = 0;
  readonly effects: Effect[] = [];
  state: State;

  constructor(state: State) {
    this.state = state;
    this.press({ do: "tick" });
  }

  press(input: Input): this {
    const [next, effects] = step(this.state, input, this.now);
    this.state = next;
    this.effects.push(...effects);
    return this;
  }

  /** Let time pass in small ticks. */
  wait(ms: number, tick = 100): this {
    for (let left = ms; left > 0; left -= tick) {
      this.now += Math.min(tick, left);
      this.press({ do: "tick" });
    }
    return this;
  }

  /** Wait until something is true; a session that never gets there is a failure. */
  until(reached: (state: State) => boolean, tick = 100): this {
    for (let guard = 0; !reached(this.state); guard += 1) {
      if (guard > 200_000) throw new Error(`never reached; stuck in ${this.state.mode.at}`);
      this.wait(tick, tick);
    }
    return this;
  }

  /** Save the open form as it stands. */
  save(answers: { rir?: number; pain?: number } = {}): this {
    const { mode } = this.state;
    if (mode.at !== "log" && mode.at !== "correct") throw new Error(`no form in ${mode.at}`);
    const { works, load_kg } = mode.set;
    return this.press({ do: "save", answers: { works, load_kg, rir: 3, pain: 0, ...answers } });
  }

  get drafts(): Draft[] {
    return this.effects.flatMap((effect) => (effect.do === "record" ? [effect.draft] : []));
  }

  get kind(): string | undefined {
    return momentNow(this.state)?.kind;
  }
}
