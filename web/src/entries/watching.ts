/** The worker of the camera coach: pictures come in from the page, and landmarks go back to it. */
import { poseOf } from "../camera/pose";
import type { FromWorker, ToWorker } from "../camera/spoken";

/** What of a worker's world matters here; the page's world is the one that is typed. */
interface Around {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}

const around = globalThis as unknown as Around;
const pose = poseOf((message) => around.postMessage(message), () => performance.now());
around.onmessage = ({ data }) => void pose.take(data);
