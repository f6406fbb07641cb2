/** Stands in for the page and the server, so that the player can be tried on its own. */
import strings from "../../src/lumbar/site/player_strings.json";
import { beginner, lifter } from "./sessions";

const asked = new URLSearchParams(location.search);
const theme = asked.get("theme");
if (theme !== null) document.documentElement.dataset["theme"] = theme;
const stored: { id: string; session?: string }[] = JSON.parse(sessionStorage.getItem("stored") ?? "[]");
const session = asked.get("session") ?? "3a4b7a54-5f0e-4a53-9f3c-0f4ff27e2ad1";

window.fetch = async (_url, init) => {
  if (asked.get("server") === "down") throw new TypeError("down");
  const { events } = JSON.parse(String(init?.body)) as { events: { id: string }[] };
  stored.push(...events.filter((event) => stored.every((known) => known.id !== event.id)));
  sessionStorage.setItem("stored", JSON.stringify(stored));
  return Response.json({ stored: events.map((event) => event.id), known: [], refused: [] });
};

const boot = {
  session,
  day: "2026-01-14",
  language: "en",
  csrf: "none",
  events_url: "/api/events",
  done_url: "/dev/player.html?finished",
  today_url: "/dev/player.html?today",
  signs_url: "/dev/player.html?signs",
  units: { mass: "kg" },
  voice: true,
  speed_allowed: true,
  rules: { pain_stop: 6, pain_rise_stop: 3, pain_amber: 4, usual_pain: 0, pain_before: 1, get_ready_s: 5, change_side_s: 3 },
  items: asked.get("boot") === "lifter" ? lifter : beginner,
  done: stored.filter((event) => event.session === session),
  strings,
};
const place = document.getElementById("boot");
if (place !== null) place.textContent = JSON.stringify(boot);
await import("../src/entries/player");
