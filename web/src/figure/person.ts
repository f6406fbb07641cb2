/** The person on the stage: one skinned surface whose bones are given as matrices. */
import { Bone, BufferAttribute, BufferGeometry, DoubleSide, MeshLambertMaterial, Skeleton, SkinnedMesh } from "three";
import type { Clip } from "./clip";
import type { Frame } from "./kinematics";
import type { Vector } from "./quaternion";
import { boneMatrices, restJoints } from "./rig";
import { normalsOf, shaped } from "./skin";
import type { Skin } from "./skin";

const OTHER = "#8a857c"; // the colour of an ink without a name

export class Person {
  readonly mesh: SkinnedMesh<BufferGeometry, MeshLambertMaterial[]>;
  readonly skin: Skin;
  readonly #skeleton: Skeleton;
  readonly #rest: readonly Vector[];
  #hands = "";

  constructor(skin: Skin, colours: Readonly<Record<string, string>>) {
    this.skin = skin;
    this.#rest = restJoints(skin.tree);
    this.#skeleton = new Skeleton(skin.tree.bones.map(() => new Bone()));
    this.#skeleton.computeBoneTexture();
    this.#skeleton.update = () => undefined; // our matrices lead from the skin to the room by themselves
    const paints = skin.inks.map(({ name }) => new MeshLambertMaterial({ color: colours[name] ?? OTHER, side: DoubleSide }));
    this.mesh = new SkinnedMesh(surface(skin), paints);
    this.mesh.bind(this.#skeleton);
    this.mesh.frustumCulled = false; // where it is, its bones say
    this.mesh.castShadow = true;
    this.mesh.receiveShadow = true;
  }

  /** Give the hands their shape; a mirror swaps them. */
  shape({ left, right }: Clip["hands"]): void {
    if (this.#hands === `${left} ${right}`) return;
    this.#hands = `${left} ${right}`;
    const places = shaped(this.skin, left, right);
    this.mesh.geometry.setAttribute("position", new BufferAttribute(places, 3));
    this.mesh.geometry.setAttribute("normal", new BufferAttribute(normalsOf(places, this.skin.triangles), 3));
  }

  place(frames: readonly Frame[]): void {
    this.#skeleton.boneMatrices?.set(boneMatrices(this.skin.tree, this.#rest, frames));
    if (this.#skeleton.boneTexture !== null) this.#skeleton.boneTexture.needsUpdate = true;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    for (const paint of this.mesh.material) paint.dispose();
    this.#skeleton.dispose();
  }
}

function surface(skin: Skin): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setIndex(new BufferAttribute(skin.triangles, 1));
  geometry.setAttribute("skinIndex", new BufferAttribute(skin.bones, 4));
  geometry.setAttribute("skinWeight", new BufferAttribute(skin.weights, 4));
  skin.inks.forEach(({ start, count }, at) => geometry.addGroup(start, count, at));
  return geometry;
}
