/** The skeleton over the small picture: what the coach sees of the person. */
import type { Frame } from "./frame";

const BONES: readonly (readonly [number, number])[] = [
  [11, 12], [23, 24], [11, 23], [12, 24], [11, 13], [13, 15], [12, 14], [14, 16],
  [23, 25], [25, 27], [27, 31], [24, 26], [26, 28], [28, 32], [7, 11], [8, 12],
];

/** Draw the bones of a frame; nobody clears the picture. */
export function drawSkeleton(canvas: HTMLCanvasElement, { width, height, landmarks }: Frame, ink: string): void {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.clearRect(0, 0, width, height);
  if (landmarks === null) return;
  context.strokeStyle = ink;
  context.lineWidth = Math.max(3, width / 90);
  context.lineCap = "round";
  context.beginPath();
  for (const [from, to] of BONES) {
    context.moveTo(landmarks[3 * from] ?? 0, landmarks[3 * from + 1] ?? 0);
    context.lineTo(landmarks[3 * to] ?? 0, landmarks[3 * to + 1] ?? 0);
  }
  context.stroke();
}
