/** A set that the camera counts: what it tells is what is logged, time waits for it, and without it the clock goes on. */
import { describe, expect, test } from "vitest";
import english from "../../../src/lumbar/site/player_strings.json";
import type { Told } from "../../src/camera/told";
import { captionOf } from "../../src/player/caption";
import { NO_WORDS, sceneOf } from "../../src/player/scene";
import { NO_EYE, STEADY } from "../../src/player/eye";
import { begin } from "../../src/player/state";
import { momentNow } from "../../src/player/state";
import { isCountedByEye } from "../../src/player/watched";
import { h, textOf } from "../../src/view/node";
import { page } from "../../src/view/page";
import type { Ui } from "../../src/view/ui";
import { checksOf, countLine, countOf } from "../../src/view/watched";
import { Play, RULES, WALL_SQUAT, item } from "./examples";

const SQUAT = { ...WALL_SQUAT, watched: "side", reps: 3 } as const;
const SIDES = item({ watched: "side", side: "left-right", reps: 2, sets: 1 });
const TURNS = item({ watched: "side", side: "alternating", reps: 2, hold_s: 2, sets: 1 });
const SCENE = sceneOf({ strings: english, coach: NO_WORDS, language: "en", units: { mass: "kg" } });
const ADDRESSES = { done_url: "/done", today_url: "/", signs_url: "/signs/" };
const UI: Ui = {
  feel: null, missing: [], hasVoice: true, voice: true, tones: true, volume: 1, keys: true, watches: true, camera: { isThere: true, trouble: null },
  status: { waiting: 0, isStuck: false, isKept: true, fault: null },
};
const peak = (side: "left" | "right" | null = null): Told => ({ kind: "peak", side, count: 1 });
const rep = (side: "left" | "right" | null = null, hold_s = 5.2, full = true): Told => ({ kind: "repetition", side, full, hold_s });

function watched(of = SQUAT as Parameters<typeof item>[0]): Play {
  const play = new Play(begin([item(of)], RULES));
  play.press({ do: "begin" }).press({ do: "eye", is: "on" });
  for (let n = 0; n < 8; n += 1) tell(play, { kind: "beat", at_s: n, in_place: true });
  return play.until((state) => momentNow(state)?.kind === "move");
}
function tell(play: Play, ...all: readonly Told[]): Play {
  for (const told of all) play.press({ do: "told", told });
  return play;
}

describe("a set that the camera counts", () => {
  test("does not begin before the camera sees well, and stops at once where it does not", () => {
    const play = new Play(begin([SQUAT], RULES)).press({ do: "begin" }).press({ do: "eye", is: "on" }).wait(20_000);
    expect(momentNow(play.state)?.kind).toBe("ready");
    tell(play, { kind: "refusal", code: "off_plane" }).wait(20_000);
    expect(momentNow(play.state)?.kind).toBe("ready");
  });

  test("does not begin before the person is in the position, and says which", () => {
    const play = new Play(begin([SQUAT], RULES)).press({ do: "begin" }).press({ do: "eye", is: "on" });
    const beats = (isInPlace: boolean): Play => tell(play, ...Array.from({ length: 8 }, (_, n): Told => ({ kind: "beat", at_s: n, in_place: isInPlace })));
    expect(momentNow(beats(false).wait(20_000).state)?.kind).toBe("ready");
    expect(checksOf(play.state.eye)).toMatchObject({ body: "good", view: "good" });
    expect(captionOf(tell(play, { kind: "cue", code: "position" }).state, SCENE).spoken).toBe("position");
    expect(captionOf(tell(play, { kind: "cue", code: "leg_level" }).state, SCENE).spoken).toBe("position");
    beats(true).until((state) => momentNow(state)?.kind === "move");
    expect(isCountedByEye(play.state)).toBe(true);
  });

  test("takes no time by itself", () => {
    const play = watched().wait(120_000);
    expect(isCountedByEye(play.state)).toBe(true);
    expect(play.state.counted.both).toBe(0);
  });

  test("is over when all of it is counted, with the holds that were seen, to the second", () => {
    const play = tell(watched(), peak(), rep(), peak(), rep(null, 4.6), peak(), rep(null, 5.4));
    expect(play.state.mode).toMatchObject({ at: "log", set: { counted_by: "camera", works: { both: { reps: 3, hold_s: 5 } } } });
  });

  test("does not count what fell short", () => {
    const play = tell(watched(), rep(null, 0, false), rep(null, 0, false));
    expect(play.state.counted.both).toBe(0);
  });

  test("says when sides change, and is over when both have done it", () => {
    const play = tell(watched(SIDES), peak("left"), rep("left", 2), peak("left"), rep("left", 2));
    expect(play.state.eye.said).toEqual({ what: "change", side: "right" });
    tell(play, peak("right"), rep("right", 2), peak("right"), rep("right", 2));
    expect(play.state.mode).toMatchObject({ at: "log", set: { works: { left: { reps: 2, hold_s: 2 }, right: { reps: 2, hold_s: 2 } } } });
  });

  test("tells the number done beside a hold, whose seconds stand large", () => {
    const line = (play: Play): string => textOf(h("p", {}, ...countLine(play.state, SCENE)[1]));
    const play = watched();
    expect(line(play)).toBe("of 3");
    expect(line(tell(play, peak()))).toBe("Rep 1 of 3");
    expect(line(tell(play, rep(), peak()))).toBe("Rep 2 of 3");
  });

  test("says the side where sides take turns", () => {
    const spoken = (play: Play): string => captionOf(play.state, SCENE).spoken;
    const play = tell(watched(TURNS), peak("left"));
    expect(spoken(play)).toBe("1. Left. Hold");
    expect(spoken(tell(play, rep("left", 2), peak("right")))).toBe("1. Right. Hold");
    expect(spoken(tell(watched(), peak()))).toBe("1. Hold");
  });

  test("stands paused at its count, and goes on with the next", () => {
    const play = tell(watched(), peak(), rep()).press({ do: "pause" });
    const shown = textOf(page(play.state, UI, SCENE, ADDRESSES));
    expect(shown).toContain("Goes on with rep 2");
    expect(shown).not.toContain("Redo rep");
    expect(countOf(play.state)).toBe("1");
    expect(captionOf(play.press({ do: "resume" }).state, SCENE)).toMatchObject({ say: "It goes on", sub: "Rep 2" });
    const turns = tell(watched(TURNS), peak("left"), rep("left", 2)).press({ do: "pause" });
    expect(textOf(page(turns.state, UI, SCENE, ADDRESSES))).toContain("Goes on with right side, rep 1");
  });

  test("goes on by the clock from where it was when the camera is gone", () => {
    const play = tell(watched(), peak(), rep()).press({ do: "eye", is: "off" });
    expect(momentNow(play.state)).toMatchObject({ kind: "move", rep: 2 });
    play.until((state) => state.mode.at === "log");
    expect(play.state.mode).toMatchObject({ set: { counted_by: "timer", works: { both: { reps: 3, hold_s: 5 } } } });
  });

  test("is over where the camera sees again that it is, and a hold lasted as long as it was seen", () => {
    const lost: readonly Told[] = [{ kind: "hold", side: null, seconds: 4 }, { kind: "refusal", code: "stuck" }];
    const play = tell(watched({ ...SQUAT, reps: 1 }), peak(), ...lost);
    expect(play.state.mode.at).toBe("running");
    tell(play, { kind: "sight", code: "stuck" });
    expect(play.state.mode).toMatchObject({ at: "log", set: { counted_by: "camera", works: { both: { reps: 1, hold_s: 4 } } } });
  });

  test("says why a repetition did not count until something else is said", () => {
    const refused: readonly Told[] = [{ kind: "refusal", code: "swapped" }, { kind: "sight", code: "swapped" }];
    const play = tell(watched(), ...refused);
    expect(captionOf(play.state, SCENE)).toMatchObject({ say: "Lower", sub: "swapped", spoken: "swapped" });
    expect(captionOf(tell(play, peak()).state, SCENE).sub).not.toBe("swapped");
    tell(play, rep(), { kind: "refusal", code: "stuck" }).wait(1500);
    expect(captionOf(tell(play, { kind: "sight", code: "stuck" }).state, SCENE).spoken).toBe("I see you again.");
  });

  test("goes on by the clock from where it was when the camera goes in a pause", () => {
    const play = tell(watched(), peak(), rep()).press({ do: "pause" }).press({ do: "eye", is: "off" });
    expect(play.state.mode.at).toBe("paused");
    play.press({ do: "resume" }).until((state) => state.mode.at === "log");
    expect(play.state.mode).toMatchObject({ set: { counted_by: "timer", works: { both: { reps: 3, hold_s: 5 } } } });
  });

  test("has had its hold where seconds were passed over, and says so once", () => {
    const hold = (seconds: number): Told => ({ kind: "hold", side: null, seconds });
    const times = tell(watched(), peak(), hold(1), hold(4)).state.eye.times;
    const play = tell(watched(), peak(), hold(1), hold(4), hold(6));
    expect(captionOf(play.state, SCENE).spoken).toBe("Enough, come back");
    expect(play.state.eye.times).toBe(times + 1);
    expect(tell(play, hold(7)).state.eye.times).toBe(times + 1);
  });

  test("says afterwards why nothing of it was counted, and nothing where something was", () => {
    const none = tell(watched().press({ do: "done" }), { kind: "sight", code: "under_way" });
    expect(textOf(page(none.state, UI, SCENE, ADDRESSES))).toContain("The camera counted nothing. under_way");
    const one = tell(tell(watched(), peak(), rep()).press({ do: "done" }), { kind: "sight", code: "under_way" });
    expect(textOf(page(one.state, UI, SCENE, ADDRESSES))).not.toContain("counted nothing");
  });

  test("counts a repetition for the side that it ends as, its hold with it", () => {
    const play = tell(watched(TURNS), peak("left"), rep("right", 2));
    expect(play.state.counted).toMatchObject({ left: 0, right: 1 });
    tell(play, peak("left"), rep("left", 2), peak("left"), rep("left", 2), peak("right"), rep("right", 3));
    expect(play.state.mode).toMatchObject({ at: "log", set: { counted_by: "camera", works: { left: { reps: 2, hold_s: 2 }, right: { reps: 2, hold_s: 2 } } } });
  });

  test("is logged as the person's own count once they put it right", () => {
    const play = tell(watched(), peak(), rep(), peak(), rep(), peak(), rep());
    play.press({ do: "save", answers: { works: { both: { reps: 4, hold_s: 5 }, left: null, right: null }, load_kg: null, rir: 2, pain: 0 } });
    expect(play.effects).toContainEqual(expect.objectContaining({ do: "record", draft: expect.objectContaining({ counted_by: "person" }) as unknown }));
  });
});

describe("the checks before a set", () => {
  const on = { ...NO_EYE, is: "on" } as const;

  test("are good once all stayed well, and open before", () => {
    expect(checksOf({ ...on, steady: STEADY })).toEqual({ light: "good", body: "good", distance: "good", view: "good" });
    expect(checksOf({ ...on, steady: STEADY - 1 })).toEqual({ light: "good", body: "open", distance: "open", view: "open" });
    expect(checksOf(on)).toMatchObject({ light: "open", body: "open" });
  });

  test.each([["nobody", "body"], ["too_small", "distance"], ["off_plane", "view"], ["far_side", "view"]] as const)("cross what %s is about: %s", (code, check) => {
    expect(checksOf({ ...on, refusal: code })).toMatchObject({ light: "good", [check]: "wrong" });
  });

  test("cross nothing of the person where pictures come too slowly, and the light where it is dark", () => {
    expect(Object.values(checksOf({ ...on, refusal: "too_few_frames" }))).not.toContain("wrong");
    expect(checksOf({ ...on, isLight: false }).light).toBe("wrong");
  });
});
