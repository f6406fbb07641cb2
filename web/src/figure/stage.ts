/** The stage: camera, light, the floor's shadow; cut out on nothing, so that the plate of the page shows behind. */
import { Color, DirectionalLight, HemisphereLight, Mesh, PerspectiveCamera, PlaneGeometry, Scene, ShadowMaterial, VSMShadowMap, WebGLRenderer } from "three";
import { FIELD_DEG, FORM, eyeOf, holding, towards } from "./camera";
import type { Ball } from "./camera";
import type { Clip, View } from "./clip";
import type { Frame } from "./kinematics";
import type { Orbit } from "./orbit";
import { STRAIGHT } from "./orbit";
import { Person } from "./person";
import { Props } from "./props";
import type { Skin } from "./skin";
import type { Vector } from "./quaternion";

// As the stills are lit (figure/light.py); a light of one there is pi here, where a surface spreads what it gets.
const SUN = { right_deg: -24, above_deg: 52, amount: 0.8, colour: "#fff3df" };
const RIM = { right_deg: 150, above_deg: 30, amount: 0.3, colour: "#fff0dd" };
const SKY = { amount: 0.58, above: "#fff6e8", below: "#b9a78e" };
const ZENITH_SHARE = 0.4; // of the sky: it comes from straight above, so that what lies beneath the body is dimmer. Ours
const SHADOW = { colour: "#2a1e12", most: 0.24 };
// A shadow is drawn coarsely and blurred: the sun is a disc in the sky, and the sky is all around. Ours.
const OF_SUN = { map_px: 512, blur: 4, bias_m: 0.012 };
const OF_SKY = { map_px: 256, blur: 12, bias_m: 0.03 };
const ROOM_M = 2.2; // half the width of what can throw a shadow

/** What is shown: a body and the things of an exercise. */
export interface Cast {
  readonly skin: Skin;
  readonly clip: Clip;
}

export class Stage {
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new PerspectiveCamera(FIELD_DEG, FORM, 0.5, 40);
  readonly #sun = lamp(SUN);
  readonly #rim = lamp(RIM);
  readonly #zenith = new DirectionalLight(SKY.above, Math.PI * SKY.amount * ZENITH_SHARE);
  readonly #floor = new Mesh(new PlaneGeometry(12, 12), new ShadowMaterial({ color: SHADOW.colour, opacity: SHADOW.most }));
  #person: Person | null = null;
  #lit_deg = Number.NaN; // the direction of the view that the lamps stand for
  #props: Props | null = null;

  /** Begin to draw on a canvas, with its WebGL. */
  constructor(canvas: HTMLCanvasElement, context: WebGL2RenderingContext) {
    this.#renderer = new WebGLRenderer({ canvas, context, antialias: true, alpha: true });
    this.#renderer.shadowMap.enabled = true;
    this.#renderer.shadowMap.type = VSMShadowMap;
    this.#camera.up.set(0, 0, 1);
    this.#floor.receiveShadow = true;
    const sky = new HemisphereLight(SKY.above, SKY.below, Math.PI * SKY.amount);
    sky.color.multiplyScalar(1 - ZENITH_SHARE);
    sky.position.set(0, 0, 1);
    casts(this.#sun, OF_SUN);
    casts(this.#zenith, OF_SKY);
    this.#scene.add(sky, this.#sun, this.#sun.target, this.#rim, this.#rim.target, this.#zenith, this.#zenith.target, this.#floor);
  }

  /** Put another body or other things on the stage. */
  show({ skin, clip }: Cast): void {
    if (this.#person?.skin !== skin) this.#enter(new Person(skin, clip.colours));
    this.#dress(new Props(clip.things, clip.colours));
    this.#lit_deg = Number.NaN;
  }

  /** Place body and things. */
  place(skin: Skin, frames: readonly Frame[], things: Clip["things"], hands: Clip["hands"]): void {
    this.#person?.shape(hands);
    this.#person?.place(frames);
    this.#props?.place(things, skin.tree, frames);
  }

  /** Draw, seen from a view turned by an orbit, with the whole ball in sight. */
  draw(view: View, orbit: Orbit, ball: Ball): void {
    if (view.azimuth_deg !== this.#lit_deg) this.#light(view);
    const held = holding(view, orbit, ball);
    this.#camera.position.set(...eyeOf(held, orbit));
    this.#camera.lookAt(...held.target_m);
    this.#renderer.render(this.#scene, this.#camera);
  }

  /** Draw with this many pixels from now on. */
  size(width_px: number, height_px: number): void {
    this.#renderer.setSize(width_px, height_px, false);
  }

  dispose(): void {
    this.#person?.dispose();
    this.#props?.dispose();
    this.#renderer.dispose();
  }

  #enter(person: Person): void {
    if (this.#person !== null) this.#scene.remove(this.#person.mesh);
    this.#person?.dispose();
    this.#scene.add(person.mesh);
    this.#person = person;
  }

  #dress(props: Props): void {
    if (this.#props !== null && this.#props.meshes.length > 0) this.#scene.remove(...this.#props.meshes);
    this.#props?.dispose();
    if (props.meshes.length > 0) this.#scene.add(...props.meshes);
    this.#props = props;
  }

  /** The lamps stand where they stood for the still, and stay when one looks around. */
  #light(view: View): void {
    this.#lit_deg = view.azimuth_deg;
    this.#floor.position.z = -0.013; // under the mat
    aim(this.#sun, wayOf(SUN, view), view.target_m);
    aim(this.#rim, wayOf(RIM, view), view.target_m);
    aim(this.#zenith, [0, 0, 1], view.target_m);
  }
}

function lamp({ amount, colour }: typeof SUN): DirectionalLight {
  return new DirectionalLight(new Color(colour), Math.PI * amount);
}

function casts(light: DirectionalLight, { map_px, blur, bias_m }: typeof OF_SUN): void {
  light.castShadow = true;
  light.shadow.mapSize.set(map_px, map_px);
  Object.assign(light.shadow.camera, { left: -ROOM_M, right: ROOM_M, top: ROOM_M, bottom: -ROOM_M, near: 1, far: 9 });
  light.shadow.radius = blur;
  light.shadow.blurSamples = 8;
  light.shadow.bias = -0.0006;
  light.shadow.normalBias = bias_m;
}

function wayOf({ right_deg, above_deg }: typeof SUN, view: View): Vector {
  return towards({ ...view, azimuth_deg: view.azimuth_deg + right_deg, elevation_deg: above_deg }, STRAIGHT);
}

const LAMP_M = 5;

function aim(light: DirectionalLight, way: Vector, [x, y]: Vector): void {
  light.target.position.set(x, y, 0);
  light.position.set(x + LAMP_M * way[0], y + LAMP_M * way[1], LAMP_M * way[2]);
}
