/** Whether a figure should move by itself, wait to be asked, or not be offered: what the device and the person say. */

export interface Device {
  readonly reducesMotion: boolean;
  readonly savesData: boolean;
  readonly hasWebGl: boolean;
}

/** `now`: at once; `asked`: the still, until somebody asks for more; `never`: the still alone. */
export type Wanted = "now" | "asked" | "never";

export function wantedOn({ reducesMotion, savesData, hasWebGl }: Device): Wanted {
  if (!hasWebGl) return "never";
  return reducesMotion || savesData ? "asked" : "now";
}

/** Ask the browser. */
export function deviceOf(page: Window & typeof globalThis): Device {
  const connection = (page.navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } }).connection;
  return {
    reducesMotion: page.matchMedia("(prefers-reduced-motion: reduce)").matches,
    savesData: connection?.saveData === true,
    hasWebGl: "WebGL2RenderingContext" in page,
  };
}
