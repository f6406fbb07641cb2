/** The moving figure: a body, an exercise and a moment of it become a picture on a canvas. */
import type { Side } from "../player/item";
import type { Clip } from "./clip";
import { place } from "./kinematics";
import type { Pose } from "./kinematics";
import type { Instant } from "./motion";
import { ballAround, mirroredView } from "./camera";
import type { Ball } from "./camera";
import { STRAIGHT } from "./orbit";
import type { Orbit } from "./orbit";
import { between, isNear, mirrored, poseAt } from "./path";
import type { Skin } from "./skin";
import type { Stage } from "./stage";
import { mirroredThing } from "./things";

/** Going over to the other side takes this long [ms]; ours. */
const GLIDE_MS = 450;

export class Figure {
  readonly #stage: Stage;
  #skin: Skin | null = null;
  #clip: Clip | null = null;
  #ball: Ball = { middle_m: [0, 0, 0], radius_m: 0 };
  #instant: Instant = { share: 0, side: "both" };
  #alternates = false;
  #other = 0; // how far over to the other side: 0 as the clip has it, 1 mirrored
  #last_ms: number | null = null;
  orbit: Orbit = STRAIGHT;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  get clip(): Clip | null {
    return this.#clip;
  }

  /** Show an exercise with a body. */
  show(skin: Skin, clip: Clip): void {
    const isNew = this.#clip?.exercise !== clip.exercise;
    this.#skin = skin;
    this.#clip = clip;
    this.#ball = ballAround([0, 1].flatMap((share) => place(skin.tree, poseAt(clip, share)).map((frame) => frame.joint_m)));
    this.#stage.show({ skin, clip });
    if (isNew) this.#other = this.#wanted();
  }

  /**
   * Show this moment from the next drawing on.
   *
   * Where sides take turns the body goes over to the other side before our eyes; where each works its whole set, the
   * picture is mirrored whole, so that the side at work is always the one that is seen best.
   */
  at(instant: Instant, alternates: boolean): void {
    this.#instant = instant;
    this.#alternates = alternates;
  }

  /** Draw; tell whether it is still on its way to the other side. */
  draw(now_ms: number): boolean {
    const [clip, skin] = [this.#clip, this.#skin];
    if (clip === null || skin === null) return false;
    const pose = this.#pose(clip, now_ms);
    const isOther = this.#other > 0.5;
    const things = isOther ? clip.things.map(mirroredThing) : clip.things;
    const hands = isOther ? { left: clip.hands.right, right: clip.hands.left } : clip.hands;
    this.#stage.place(skin, place(skin.tree, pose), things, hands);
    this.#stage.draw(isOther && !this.#alternates ? mirroredView(clip.view) : clip.view, this.orbit, this.#ball);
    return this.#other !== this.#wanted();
  }

  #pose(clip: Clip, now_ms: number): Pose {
    const own = poseAt(clip, this.#instant.share);
    const wanted = this.#wanted();
    if (this.#other === wanted) {
      this.#last_ms = null;
      return wanted === 1 ? mirrored(own) : own;
    }
    const step = this.#last_ms === null ? 0 : (now_ms - this.#last_ms) / GLIDE_MS;
    this.#last_ms = now_ms;
    const other = mirrored(own);
    this.#other = this.#alternates && isNear(own, other) ? Math.min(1, Math.max(0, this.#other + (wanted === 1 ? step : -step))) : wanted;
    return between(own, other, smooth(this.#other));
  }

  #wanted(): 0 | 1 {
    const leads: Side | null = this.#clip?.leads ?? null;
    return leads === null || this.#instant.side === "both" || this.#instant.side === leads ? 0 : 1;
  }
}

function smooth(share: number): number {
  return share * share * (3 - 2 * share);
}
