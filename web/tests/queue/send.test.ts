import { expect, test } from "vitest";
import { sendTo } from "../../src/queue/send";

const EVENT = { kind: "skipped", id: "1" };
const post = (respond: (request: Request) => Promise<Response> | Response): typeof fetch =>
  async (input, init) => respond(new Request(new URL(String(input), "http://127.0.0.1"), init));

test("events are posted with the token, and the answer is read", async () => {
  const seen: unknown[] = [];
  const send = sendTo("/api/events", "token", post(async (request) => {
    seen.push(request.method, request.headers.get("X-CSRFToken"), await request.json());
    return Response.json({ stored: ["1"], known: [], refused: [] });
  }));
  expect(await send([EVENT])).toEqual({ ok: true, value: { stored: ["1"], known: [], refused: [] } });
  expect(seen).toEqual(["POST", "token", { events: [EVENT] }]);
});

test.for([
  ["an error", () => new Response("", { status: 500 })],
  ["a page instead of data", () => new Response("<html>")],
  ["another shape", () => Response.json({ stored: "1" })],
  ["no network", () => Promise.reject(new TypeError("failed to fetch"))],
] as const)("%s is a fault and nothing is thrown", async ([, respond]) => {
  expect((await sendTo("/api/events", "", post(respond))([EVENT])).ok).toBe(false);
});
