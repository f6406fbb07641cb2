import { expect, test } from "vitest";
import type { Wire } from "../../src/camera/line";
import { openLine } from "../../src/camera/line";
import type { Told } from "../../src/camera/told";

const WANTED = { session: "s", exercise: "bird-dog", hold_s: 2 };
const FRAME = { width: 4, height: 3, time_s: 0, landmarks: null };

/** One end of a line, held in the hand: what was sent, what was heard, and how often it was lost. */
class Held {
  readonly sent: unknown[] = [];
  readonly heard: Told[] = [];
  lost = 0;
  now_ms = 0;
  readonly wire: Wire = {
    readyState: 0, bufferedAmount: 0, binaryType: "blob", onopen: null, onmessage: null, onclose: null,
    send: (data) => void this.sent.push(data),
    close: () => undefined,
  };
  readonly line = openLine(this.wire, () => this.now_ms, (told) => void this.heard.push(told), () => void (this.lost += 1));

  open(): this {
    Object.assign(this.wire, { readyState: 1 });
    this.wire.onopen?.call(this.wire as WebSocket, new Event("open"));
    return this;
  }
  say(message: object): this {
    this.wire.onmessage?.call(this.wire as WebSocket, { data: JSON.stringify(message) } as MessageEvent);
    return this;
  }
  send(at_ms: number): this {
    this.now_ms = at_ms;
    this.line.send(FRAME);
    return this;
  }
}
const READY = { kind: "ready", exercise: "bird-dog" };

test("a set that was asked for before the line is open is asked for when it is, and pictures wait until it may", () => {
  const held = new Held();
  held.line.watch(WANTED);
  held.send(0);
  expect(held.sent).toEqual([]);
  held.open().send(1);
  expect(held.sent).toEqual([JSON.stringify({ do: "watch", ...WANTED })]);
  held.say(READY).send(2);
  expect(held.sent).toHaveLength(2);
});

test("what is still said of the set before is passed over", () => {
  const held = new Held().open();
  held.line.watch(WANTED);
  held.say({ kind: "peak", at_s: 1, side: null, count: 7 }).say({ kind: "ready", exercise: "another" }).say({ kind: "finished" });
  expect(held.heard.map(({ kind }) => kind)).toEqual(["ready"]);
});

test("a set that is over is told so, once it had begun", () => {
  const held = new Held().open();
  held.line.watch(WANTED);
  held.line.finish();
  expect(held.sent).toHaveLength(1);
  held.say(READY).line.finish();
  expect(held.sent.at(-1)).toBe(JSON.stringify({ do: "finish" }));
});

test("a line that cannot keep up gets no further picture until it has", () => {
  const held = new Held().open();
  held.line.watch(WANTED);
  held.say(READY);
  Object.assign(held.wire, { bufferedAmount: 5000 });
  expect(held.send(1).sent).toHaveLength(1);
  Object.assign(held.wire, { bufferedAmount: 0 });
  expect(held.send(2).sent).toHaveLength(2);
});

test("a line is lost when nothing answers pictures, or when it closes, and only once", () => {
  const silent = new Held().open();
  silent.line.watch(WANTED);
  silent.say(READY).send(1000).send(4900);
  expect(silent.lost).toBe(0);
  silent.say({ kind: "beat", at_s: 1, in_place: true }).send(5000).send(9100);
  expect(silent.lost).toBe(1);
  silent.wire.onclose?.call(silent.wire as WebSocket, {} as CloseEvent);
  expect(silent.send(20_000).lost).toBe(1);
  const closed = new Held().open();
  closed.wire.onclose?.call(closed.wire as WebSocket, {} as CloseEvent);
  expect(closed.lost).toBe(1);
});

test("a line is lost when nobody answers that a set begins", () => {
  const held = new Held().open();
  held.line.watch(WANTED);
  held.say(READY);
  held.now_ms = 60_000;
  held.line.watch(WANTED);
  expect(held.send(63_000).lost).toBe(0);
  expect(held.send(64_100).lost).toBe(1);
});

test("a line that is closed on purpose is not lost", () => {
  const held = new Held().open();
  held.line.close();
  held.wire.onclose?.call(held.wire as WebSocket, {} as CloseEvent);
  expect(held.send(10_000).lost).toBe(0);
});
