import { expect, test } from "vitest";
import { captionOf } from "../../src/player/caption";
import type { Input } from "../../src/player/input";
import type { Item } from "../../src/player/item";
import { NO_WORDS, sceneOf } from "../../src/player/scene";
import english from "../../../src/lumbar/site/player_strings.json";
import type { State } from "../../src/player/state";
import { begin, momentNow } from "../../src/player/state";
import { Play, RULES, WALL_SQUAT, item } from "./examples";

const SCENE = sceneOf({ strings: english, coach: NO_WORDS, language: "en", units: { mass: "kg" } });
const started = (...items: readonly Item[]): Play => new Play(begin(items, RULES)).press({ do: "begin" });
const caption = (play: Play): ReturnType<typeof captionOf> => captionOf(play.state, SCENE);

const repOf = (state: State): number => {
  const moment = momentNow(state);
  return moment?.kind === "move" ? moment.rep : 0;
};

/** Everything that is said while some time passes: what a person lying face down hears. */
function heard(play: Play, ms: number): string[] {
  const said: string[] = [];
  for (let left = ms; left > 0; left -= 100) {
    const before = play.effects.length;
    play.wait(100);
    const spoken = caption(play).spoken;
    if (play.effects.slice(before).some((effect) => effect.do === "say") && spoken !== "") said.push(spoken);
  }
  return said;
}

test("getting ready says position, side and how to set up", () => {
  expect(caption(started(item({ position: "quadruped" })))).toMatchObject({
    say: "Hands and knees",
    sub: "First: left side. Kneel on all fours.",
  });
});

test("the count before a set says which set and its dose, in the middle of one where it goes on", () => {
  const play = started(item({ side: "both", reps: 3, hold_s: 0, cues: [] })).press({ do: "start" });
  play.until((state) => state.mode.at === "log").save().press({ do: "start" });
  expect(caption(play)).toMatchObject({ say: "Set 2 of 2", sub: "3 repetitions." });
  play.wait(3000).until((state) => state.mode.at === "running" && momentNow(state)?.kind === "move" && repOf(state) === 2);
  expect(caption(play.press({ do: "pause" }).press({ do: "resume" }))).toMatchObject({ say: "It goes on", sub: "Rep 2" });
});

test("the advice after a painful set names the exercise of that set, not the one that follows", () => {
  const play = started(item(), WALL_SQUAT).press({ do: "start" }).until((state) => state.mode.at === "log").save({ pain: 7 });
  expect(caption(play).sub).toBe("Pain of 7 is too much to go on with Bird dog. Another exercise may be fine.");
});

test("a warm-up set says its load before the bar is taken up", () => {
  const play = started(item({ side: "both", load_kg: 60, warm_up: [{ reps: 8, load_kg: 20 }], set_up: "Stand tall." }));
  expect(caption(play).sub).toBe("8 repetitions with 20 kg. Stand tall.");
});

test.each([
  ["lift", "Lift", "Lower"],
  ["tighten", "Tighten", "Let go"],
  ["go", "Go", "Return"],
] as const)("where the exercise's word is %s, the voice says %s and %s", (said, there, back) => {
  const one = item({ side: "both", cues: [] });
  const play = started({ ...one, tempo: { ...one.tempo, said } }).press({ do: "start" });
  expect(heard(play, 13_500)).toEqual(expect.arrayContaining([`2. ${there}`, back]));
});

test("the voice alone leads through a repetition of each side", () => {
  expect(heard(started(item()).press({ do: "start" }), 13_500)).toEqual([
    "Hold. Keep breathing.", "Lower", "1. Right side. Lift", "Hold. Keep breathing.", "Lower",
  ]);
});

test("a long hold says how to breathe", () => {
  const play = started(WALL_SQUAT).press({ do: "start" }).wait(2100);
  expect(caption(play)).toMatchObject({ say: "Hold", sub: "Hold. Breathe out slowly while you hold." });
});

test("what is said is on the screen, apart from the number that stands there large", () => {
  const play = started(item({ cues: [] })).press({ do: "start" });
  for (let left = 60_000; left > 0; left -= 500) {
    const { say, sub, spoken } = caption(play.wait(500));
    const shown = `${say} ${sub}`.toLowerCase();
    const words = spoken.toLowerCase().split(/[^a-z]+/u).filter((word) => word !== "");
    expect(words.filter((word) => !shown.includes(word))).toEqual([]);
    if (play.state.mode.at === "log") break;
  }
});

test("a side has the exercise's own words where it has them", () => {
  const sides = { left: "Left arm, right leg", right: "Right arm, left leg" };
  expect(caption(started(item({ sides })).press({ do: "start" })).say).toBe("Left arm, right leg");
});

test("a rest says what comes, with its dose", () => {
  const play = started(item(), WALL_SQUAT).press({ do: "start" });
  play.until((state) => state.mode.at === "log").save();
  expect(caption(play)).toMatchObject({ say: "Rest, then set 2", sub: "3 each side, hold 2 s." });
  play.press({ do: "start" }).until((state) => state.mode.at === "log").save();
  expect(caption(play).say).toBe("Rest, then Wall squat");
});

test("a load is said in the person's unit", () => {
  const lifted = item({ side: "both", load_kg: 72.5, sets: 1 });
  const pounds = sceneOf({ strings: english, coach: NO_WORDS, language: "en", units: { mass: "lb" } });
  expect(captionOf(started(lifted).state, pounds).sub).toContain("159.8 lb");
  const spanish = sceneOf({ strings: english, coach: NO_WORDS, language: "es", units: { mass: "kg" } });
  expect(captionOf(started(lifted).state, spanish).sub).toContain("72,5 kg");
  expect(caption(started(item({ comfortable: true }))).sub).toContain("Pick a load that feels comfortable.");
});

test("pain that lets nothing rise is said in the rest after it", () => {
  const play = started(item({ sets: 3 })).press({ do: "start" });
  play.until((state) => state.mode.at === "log").save({ pain: 2 }).press({ do: "start" });
  play.until((state) => state.mode.at === "log").save({ pain: 4 });
  expect(caption(play).sub).toContain("Do no more than this today");
});

test.for<readonly [Input["do"], string]>([
  ["pause", "Paused"],
  ["hurt", "Stopped"],
  ["end", "End the session?"],
])("after %s the page says %s", ([press, say]) => {
  expect(caption(started(item()).press({ do: press } as Input)).say).toBe(say);
});
