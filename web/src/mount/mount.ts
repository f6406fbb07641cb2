/** The player, put together: state, page, sound and queue, and nothing that decides. */
import type { Boot } from "../boot";
import { captionOf } from "../player/caption";
import type { Follow } from "../figure/in-session";
import type { Effect, Feel, Input } from "../player/input";
import { resume } from "../player/resume";
import { sceneOf } from "../player/scene";
import { GAP_MS } from "../player/state";
import type { State } from "../player/state";
import { step } from "../player/step";
import type { Queue, Status } from "../queue/queue";
import type { Recorder } from "../queue/recorder";
import type { StoredEvent } from "../player/resume";
import type { Tones } from "../sound/tones";
import { readAnswers } from "../view/answers";
import type { Field, Ui } from "../view/ui";
import type { Voice } from "../voice/voice";
import type { Wake } from "../wake/wake";
import type { Prefs } from "./prefs";
import { writePrefs } from "./prefs";
import { watchingOf } from "./watching";
import { actionOfKey, isInput, isPageAction, isWay } from "./presses";
import type { PageAction } from "./presses";
import { makeScreen } from "./screen";

/** Everything the player needs of the device. */
export interface Device {
  readonly clock: () => number;
  readonly speed: number;
  readonly voice: Voice;
  readonly tones: Tones;
  readonly wake: Wake;
  readonly prefs: Prefs;
  readonly queue: Queue;
  readonly recorder: Recorder;
  /** Shows a state with the moving figure. */
  readonly follow: Follow;
}

export interface Player {
  press(input: Input): void;
  tell(status: Status): void;
}

const LEAVE_AFTER_MS = 1500;
const TICK_MS = 100;

/** Show the session in `main` and lead through it; `known` are its events so far. */
export function mount(main: HTMLElement, boot: Boot, known: readonly StoredEvent[], status: Status, device: Device): Player {
  const scene = sceneOf(boot);
  const screen = makeScreen(main, scene, boot);
  let state: State = resume(boot.items, boot.rules, known, GAP_MS * device.speed);
  let ui: Ui = { feel: null, missing: [], hasVoice: device.voice.isThere(), status, ...device.prefs, camera: { isThere: boot.camera !== null, trouble: null } };
  const watching = boot.camera === null ? null : watchingOf({
    parts: boot.camera,
    session: boot.session,
    holder: () => main.querySelector<HTMLElement>(".p-eye"),
    press: (input) => press(input),
    trouble: (trouble) => {
      ui = { ...ui, camera: { ...ui.camera, trouble } };
    },
  });
  const wasFinished = state.mode.at === "finished";
  let isLeaving = false;

  function press(input: Input): void {
    const before = state.mode.at;
    const wasUnderWay = isUnderWay();
    const [next, effects] = step(state, input, device.clock());
    state = next;
    if (before !== state.mode.at) ui = { ...ui, feel: null, missing: [] };
    if (wasUnderWay !== isUnderWay() && ui.watches) watching?.want(!wasUnderWay && state.items.some((item) => item.watched !== null));
    for (const effect of effects) perform(effect);
    if (effects.some((effect) => effect.do === "say")) say();
    if (input.do !== "tick" || effects.length > 0) device.wake.keep(!["unlock", "finished"].includes(state.mode.at));
    draw();
    leave();
  }

  function perform(effect: Effect): void {
    if (effect.do === "tone" && ui.tones) device.tones.play(effect.tone, ui.volume);
    if (effect.do === "record") void device.queue.add(device.recorder(effect.draft));
  }

  function say(): void {
    screen.announce(state);
    if (ui.voice) device.voice.say(captionOf(state, scene).spoken, ui.volume);
  }

  function draw(): void {
    screen.draw(state, ui);
    watching?.follow(state);
    device.follow(state);
  }

  /** Once the session is over and everything is with the server, the page after it follows. */
  function leave(): void {
    const { waiting, fault } = ui.status;
    if (state.mode.at !== "finished" || wasFinished || waiting > 0 || fault !== null || isLeaving) return;
    isLeaving = true;
    setTimeout(() => location.assign(boot.done_url), LEAVE_AFTER_MS);
  }

  function change(next: Partial<Ui>): void {
    ui = { ...ui, ...next };
    writePrefs(() => localStorage, boot.session, ui, boot);
    draw();
  }

  function act(action: string, element: HTMLElement | null): void {
    if (isInput(action)) press({ do: action });
    else if (isPageAction(action)) onPage(action, element);
  }

  function onPage(action: PageAction, element: HTMLElement | null): void {
    switch (action) {
      case "voice":
        device.voice.hush();
        return change({ voice: !ui.voice });
      case "tones":
        return change({ tones: !ui.tones });
      case "keys":
        return change({ keys: !ui.keys });
      case "camera":
        return switchCamera();
      case "drain":
        return void device.queue.drain();
      case "help":
        press({ do: "pause" });
        return screen.dialog.open ? undefined : screen.dialog.showModal();
      case "close-help":
        return screen.dialog.close();
      case "answer": {
        const then = element?.dataset["then"] ?? "";
        if (ui.feel !== null && isWay(then)) press({ do: "answer", feel: ui.feel, then });
      }
    }
  }

  /** Switch the camera on or off; after trouble, try once more. */
  function switchCamera(): void {
    const isOn = !ui.watches || ui.camera.trouble !== null;
    change({ watches: isOn, camera: { ...ui.camera, trouble: null } });
    if (!isUnderWay()) return;
    watching?.want(isOn);
    if (!isOn) press({ do: "eye", is: "off" });
  }

  function isUnderWay(): boolean {
    return state.mode.at !== "unlock" && state.mode.at !== "finished";
  }

  function onClick(event: Event): void {
    device.tones.unlock();
    const target = event.target instanceof Element ? event.target : null;
    const nudged = target?.closest<HTMLElement>("[data-step]");
    if (nudged) return nudge(nudged);
    const pressed = target?.closest<HTMLElement>("[data-do]");
    if (pressed) act(pressed.dataset["do"] ?? "", pressed);
  }

  function nudge(element: HTMLElement): void {
    const field = document.getElementById(element.dataset["for"] ?? "");
    if (!(field instanceof HTMLInputElement)) return;
    const by = Number(element.dataset["step"]);
    const value = Number(field.value.trim().replace(",", ".")) || 0;
    field.value = scene.number(Math.max(0, Math.round((value + by) * 100) / 100));
  }

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const { mode } = state;
    if (!(event.target instanceof HTMLFormElement) || (mode.at !== "log" && mode.at !== "correct")) return;
    const data = new FormData(event.target);
    const read = (field: Field): string | null => (data.has(field) ? String(data.get(field)) : null);
    const reading = readAnswers(mode.set, read, boot.units.mass);
    if (reading.ok) return press({ do: "save", answers: reading.answers });
    change({ missing: reading.missing });
    const first = event.target.elements.namedItem(reading.missing[0] ?? "");
    (first instanceof RadioNodeList ? (first[0] as HTMLElement) : (first as HTMLElement | null))?.focus();
  }

  function onChange(event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === "feel") change({ feel: target.value as Feel });
    if (target.name === "rir" || target.name === "pain") change({ missing: ui.missing.filter((field) => field !== target.name) });
    if (target.id === "volume") change({ volume: Number(target.value) / 100 });
  }

  function onKey(event: KeyboardEvent): void {
    device.tones.unlock();
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || screen.dialog.open) return;
    const on = event.target instanceof Element ? event.target : null;
    if (on instanceof HTMLInputElement && on.type !== "radio") return;
    if (event.key === " " && on?.closest("button, a, input, summary") === null) {
      event.preventDefault();
      screen.root.querySelector<HTMLElement>("[data-main]")?.click();
      return;
    }
    const action = actionOfKey(event.key, state, ui.keys);
    if (action !== null) act(action, null);
  }

  main.addEventListener("click", onClick);
  main.addEventListener("submit", onSubmit);
  main.addEventListener("change", onChange);
  document.addEventListener("keydown", onKey);
  setInterval(() => press({ do: "tick" }), TICK_MS);
  press({ do: "tick" });
  return {
    press,
    tell(next) {
      ui = { ...ui, status: next };
      draw();
      leave();
    },
  };
}
