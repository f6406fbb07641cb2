/** How light a picture is. */

const WIDE = 32;
const HIGH = 24;

/** Darker than this, 0 to 1, and a light is asked for. Our choice: nobody has measured where the pose model begins to err. */
export const DARK = 0.16;

/** Return the mean light of a picture, 0 black to 1 white. */
export function lightOf(picture: ImageBitmap): number | null {
  const context = new OffscreenCanvas(WIDE, HIGH).getContext("2d");
  if (context === null) return null;
  context.drawImage(picture, 0, 0, WIDE, HIGH);
  const { data } = context.getImageData(0, 0, WIDE, HIGH);
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) {
    sum += 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
  }
  return sum / (WIDE * HIGH * 255);
}
