/** The figure of an exercise's page: it takes the still's place, moves at the prescribed tempo, and has its buttons. */
import type { Side, SideMode } from "../player/item";
import type { Figure } from "./figure";
import { instantAt, legsOf, peakAfter } from "./motion";
import type { Shown } from "./open";
import { STRAIGHT, isStraight } from "./orbit";
import { BODIES, readBodyName, writeBodyName } from "./remember";
import { letTurn } from "./turning";
import { deviceOf, wantedOn } from "./wanted";

const SLOW = 0.5;
const OTHER: Readonly<Record<Side, Side>> = { both: "both", left: "right", right: "left" };

/** What the page says of its figure, in `data-` attributes of the plate. */
interface Told {
  readonly exercise: string;
  readonly clip_url: string;
  readonly body_url: string;
  readonly body: string;
  readonly side: SideMode;
  readonly hold_s: number;
}

type Button = "play" | "slow" | "side" | "body" | "back";

/** Show the figure on `plate`; `buttons` are hidden until there is one. */
export function showOnPage(plate: HTMLElement, buttons: HTMLElement): void {
  const told = toldBy(plate);
  const still = plate.querySelector("img");
  const wanted = wantedOn(deviceOf(window));
  let body = readBodyName(() => localStorage, BODIES, told.body);
  let shown: Shown | null = null;
  let isOpening = false;
  let isPlaying = false;
  let speed = 1;
  let isOther = false;
  let passed_s = 0;
  let last_ms: number | null = null;

  const button = (name: Button): HTMLButtonElement | null => buttons.querySelector(`[data-fig="${name}"]`);

  /** Put the figure to the moment that it is at. */
  function moment(figure: Figure, now_ms: number): boolean {
    if (isPlaying && last_ms !== null) passed_s += (Math.min(250, now_ms - last_ms) / 1000) * speed;
    last_ms = now_ms;
    const { share, side } = instantAt(legsOf(figure.clip?.tempo ?? [], told.hold_s), told.side, passed_s);
    figure.at({ share, side: isOther ? OTHER[side] : side }, told.side === "alternating");
    return isPlaying;
  }

  /** Open the figure once, however often it is asked for; where it cannot be fetched, the still stays. */
  async function open(): Promise<void> {
    if (isOpening) return;
    isOpening = true;
    const heavy = await import("./open").catch(() => null); // a network that is gone, or a newer build
    const addresses = { body: (name: string) => filled(told.body_url, name), clip: (_: string, name: string) => filled(told.clip_url, name) };
    const opened = heavy?.openFigure(addresses, moment, withdraw) ?? null;
    if (opened === null) return withdraw();
    if (!(await opened.show(told.exercise, body))) {
      opened.close();
      return withdraw();
    }
    shown = opened;
    passed_s = peakAfter(legsOf(opened.figure.clip?.tempo ?? [], told.hold_s)); // the still shows the peak
    takeStage(opened);
  }

  /** The still goes once the figure stands where it stood. */
  function takeStage({ canvas, figure, loop }: Shown): void {
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", still?.alt ?? "");
    canvas.tabIndex = 0;
    plate.append(canvas);
    figure.draw(performance.now());
    plate.classList.add("live");
    for (const name of ["slow", "body"] as const) reveal(button(name));
    if (told.side !== "both" && figure.clip?.leads !== null) reveal(button("side"));
    letTurn(canvas, {
      orbit: () => figure.orbit,
      elevation_deg: () => figure.clip?.view.elevation_deg ?? 0,
      turn(orbit) {
        figure.orbit = orbit;
        offerBack(!isStraight(orbit));
        loop.wake();
      },
    });
    canvas.addEventListener("dblclick", turnBack);
    canvas.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      play(!isPlaying);
    });
    play(true);
  }

  function withdraw(): void {
    shown = null;
    plate.classList.remove("live");
    buttons.hidden = true;
  }

  function offerBack(isOffered: boolean): void {
    const back = button("back");
    if (back !== null) back.hidden = !isOffered;
  }

  function play(on: boolean): void {
    isPlaying = on;
    last_ms = null;
    say(button("play"), on ? 1 : 0);
    shown?.loop.wake();
  }

  function turnBack(): void {
    if (shown === null) return;
    shown.figure.orbit = STRAIGHT;
    if (document.activeElement === button("back")) shown.canvas.focus({ preventScroll: true });
    offerBack(false);
    shown.loop.wake();
  }

  async function changeBody(): Promise<void> {
    const next = BODIES.find((name) => name !== body) ?? body;
    if (shown === null || !(await shown.show(told.exercise, next))) return;
    body = next;
    writeBodyName(() => localStorage, next);
    say(button("body"), next === "man" ? 1 : 0);
  }

  function press(name: Button, pressed: HTMLElement): void {
    switch (name) {
      case "play":
        return shown === null ? void open() : play(!isPlaying);
      case "slow":
        speed = speed === 1 ? SLOW : 1;
        return toggle(pressed, speed === SLOW);
      case "side":
        isOther = !isOther;
        toggle(pressed, isOther);
        return shown?.loop.wake();
      case "body":
        return void changeBody();
      case "back":
        return turnBack();
    }
  }

  buttons.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-fig]") : null;
    if (pressed !== null) press(pressed.dataset["fig"] as Button, pressed);
  });
  if (wanted === "never") return;
  say(button("body"), body === "man" ? 1 : 0);
  buttons.hidden = false;
  if (wanted === "now") void open();
}

function toldBy({ dataset }: HTMLElement): Told {
  return {
    exercise: dataset["exercise"] ?? "",
    clip_url: dataset["clip"] ?? "",
    body_url: dataset["bodies"] ?? "",
    body: dataset["body"] ?? "woman",
    side: (dataset["side"] ?? "both") as SideMode,
    hold_s: Number(dataset["hold"] ?? 0),
  };
}

function filled(url: string, body: string): string {
  return url.replace("BODY", body);
}

function reveal(button: HTMLElement | null): void {
  if (button !== null) button.hidden = false;
}

/** A button has a word for each of its states, of which one is shown. */
function say(button: HTMLElement | null, at: number): void {
  [...(button?.children ?? [])].forEach((word, index) => {
    (word as HTMLElement).hidden = index !== at;
  });
}

function toggle(button: HTMLElement, isOn: boolean): void {
  button.setAttribute("aria-pressed", String(isOn));
}
