/** The things on the stage: every box and rod of a clip as a surface, moved to where the body has it. */
import { BoxGeometry, CylinderGeometry, Mesh, MeshLambertMaterial, Quaternion, Vector3 } from "three";
import type { BufferGeometry, Object3D } from "three";
import type { Thing } from "./clip";
import type { Frame } from "./kinematics";
import { boxAt, rodAt } from "./things";
import type { Tree } from "./tree";

const UPRIGHT = new Vector3(0, 1, 0); // a cylinder is made along this
const SIDES = 32;
const OTHER = "#8a857c"; // the colour of an ink without a name

export class Props {
  readonly meshes: readonly Mesh<BufferGeometry, MeshLambertMaterial>[];

  constructor(things: readonly Thing[], colours: Readonly<Record<string, string>>) {
    this.meshes = things.map((thing) => {
      const shape = thing.rod === null ? new BoxGeometry() : new CylinderGeometry(1, 1, 1, SIDES);
      const mesh = new Mesh<BufferGeometry, MeshLambertMaterial>(shape, new MeshLambertMaterial({ color: colours[thing.ink] ?? OTHER }));
      mesh.castShadow = thing.kind !== "wall"; // its own shadow would fall on all of the picture
      mesh.receiveShadow = true;
      return mesh;
    });
  }

  /** Put the things where a body has them; of a thing that is mirrored, the mirrored one is given. */
  place(things: readonly Thing[], tree: Tree, frames: readonly Frame[]): void {
    things.forEach((thing, at) => {
      const mesh = this.meshes[at];
      if (mesh !== undefined) put(mesh, thing, tree, frames);
    });
  }

  dispose(): void {
    for (const mesh of this.meshes) {
      mesh.geometry.dispose();
      mesh.material.dispose();
    }
  }
}

function put(mesh: Object3D, thing: Thing, tree: Tree, frames: readonly Frame[]): void {
  if (thing.box !== null) {
    const { middle, size, turn } = boxAt(thing.box, tree, frames);
    mesh.position.set(...middle);
    mesh.scale.set(...size);
    mesh.quaternion.set(...turn);
  } else if (thing.rod !== null) {
    const { from, to, radius } = rodAt(thing.rod, tree, frames);
    const along = new Vector3(...to).sub(new Vector3(...from));
    mesh.position.set(...from).addScaledVector(along, 0.5);
    mesh.scale.set(radius, along.length(), radius);
    mesh.quaternion.copy(new Quaternion().setFromUnitVectors(UPRIGHT, along.normalize()));
  }
}
