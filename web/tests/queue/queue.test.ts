import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import type { Box, JournalEvent } from "../../src/queue/entry";
import { indexedBox } from "../../src/queue/indexed";
import { memoryBox } from "../../src/queue/memory";
import { openBox, withSpare } from "../../src/queue/open";
import type { Queue, Status } from "../../src/queue/queue";
import { makeQueue } from "../../src/queue/queue";
import type { Send } from "../../src/queue/send";
import { fail, ok } from "../../src/result";

const event = (id: string): JournalEvent => ({ kind: "set-done", id });

/** A server that keeps what it is sent, by id, and can be taken down. */
class Server {
  readonly stored: string[] = [];
  isUp = true;
  /** How many events of a batch it looks at before it stops answering for the rest. */
  patience = Infinity;
  readonly bad = new Set<string>();

  readonly send: Send = async (events) => {
    if (!this.isUp) return fail("down");
    const seen = events.slice(0, this.patience).map((sent) => sent.id);
    const good = seen.filter((id) => !this.bad.has(id));
    const known = good.filter((id) => this.stored.includes(id));
    this.stored.push(...good.filter((id) => !known.includes(id)));
    const refused = seen.filter((id) => this.bad.has(id)).map((id) => ({ id, faults: ["no such exercise"] }));
    return ok({ stored: good.filter((id) => !known.includes(id)), known, refused });
  };
}

interface Made {
  readonly queue: Queue;
  readonly waits: number[];
  readonly told: Status[];
  /** Let the next try come. */
  fire(): Promise<void>;
}

function made(box: Box, send: Send): Made {
  const waits: number[] = [];
  const told: Status[] = [];
  let due: (() => void) | null = null;
  const queue = makeQueue(box, send, (ms, act) => {
    waits.push(ms);
    due = act;
    return () => {
      if (due === act) due = null;
    };
  }, (status) => told.push(status));
  const fire = async (): Promise<void> => {
    due?.();
    await queue.drain();
  };
  return { queue, waits, told, fire };
}

const boxes: readonly (readonly [string, () => Promise<Box>])[] = [
  ["in memory", async () => memoryBox()],
  ["in IndexedDB", () => indexedBox(new IDBFactory())],
];

test.for(boxes)("a box %s keeps events in their order, each once", async ([, open]) => {
  const box = await open();
  for (const id of ["b", "a", "b", "c"]) await box.put(event(id));
  expect((await box.all()).map((entry) => entry.id)).toEqual(["b", "a", "c"]);
  await box.fault("a", "no");
  await box.remove(["b", "never"]);
  expect(await box.all()).toEqual([{ id: "a", event: event("a"), fault: "no" }, { id: "c", event: event("c"), fault: null }]);
});

test("what is added reaches the server, in order, and leaves the box", async () => {
  const server = new Server();
  const { queue, told } = made(memoryBox(), server.send);
  await queue.add(event("1"));
  await queue.add(event("2"));
  await queue.drain();
  expect(server.stored).toEqual(["1", "2"]);
  expect(told.at(-1)).toEqual({ waiting: 0, isStuck: false, isKept: false, fault: null });
});

test("while the server is down everything waits, is tried again ever more slowly, and arrives in the end", async () => {
  const server = new Server();
  server.isUp = false;
  const { queue, waits, told, fire } = made(memoryBox(), server.send);
  await queue.add(event("1"));
  await queue.drain();
  for (let tries = 0; tries < 8; tries += 1) await fire();
  expect(waits.slice(0, 3).every((ms, index) => index === 0 || ms >= (waits[index - 1] ?? 0))).toBe(true);
  expect(Math.max(...waits)).toBe(60_000);
  expect(told.at(-1)).toMatchObject({ waiting: 1, isStuck: true });
  server.isUp = true;
  await fire();
  expect(server.stored).toEqual(["1"]);
  expect(told.at(-1)).toMatchObject({ waiting: 0, isStuck: false });
});

test("a batch answered by halves is finished without storing anything twice", async () => {
  const server = new Server();
  const box = memoryBox();
  for (const id of ["1", "2", "3", "4", "5"]) await box.put(event(id));
  server.patience = 2;
  await made(box, server.send).queue.drain();
  expect(server.stored).toEqual(["1", "2", "3", "4", "5"]);
  expect(await box.all()).toEqual([]);
});

test("an answer that is lost on the way back loses nothing and doubles nothing", async () => {
  const server = new Server();
  let isLost = true;
  const lossy: Send = async (events) => {
    const answer = await server.send(events);
    return isLost ? fail("lost") : answer;
  };
  const { queue, fire } = made(memoryBox(), lossy);
  await queue.add(event("1"));
  await queue.drain();
  expect(await queue.entries()).toHaveLength(1);
  isLost = false;
  await fire();
  expect(server.stored).toEqual(["1"]);
  expect(await queue.entries()).toEqual([]);
});

test("an answer that names nothing that was sent is trouble, and is not asked for without end", async () => {
  const { queue, waits } = made(memoryBox(), async () => ok({ stored: ["other"], known: [], refused: [] }));
  await queue.add(event("1"));
  await queue.drain();
  expect(waits).toHaveLength(1);
  expect(await queue.entries()).toHaveLength(1);
});

test("an event the server refuses is kept, is said, and does not hold up the others", async () => {
  const server = new Server();
  server.bad.add("1");
  const { queue, told } = made(memoryBox(), server.send);
  await queue.add(event("1"));
  await queue.add(event("2"));
  await queue.drain();
  expect(server.stored).toEqual(["2"]);
  expect(told.at(-1)).toMatchObject({ waiting: 0, fault: "no such exercise" });
  expect(await queue.entries()).toMatchObject([{ id: "1", fault: "no such exercise" }]);
});

test("a page closed in between finds its events again when it is opened", async () => {
  const disk = new IDBFactory();
  const server = new Server();
  server.isUp = false;
  const closed = made(await indexedBox(disk), server.send);
  await closed.queue.add(event("1"));
  await closed.queue.add(event("2"));
  server.isUp = true;
  const opened = made(await indexedBox(disk), server.send);
  expect(await opened.queue.entries()).toHaveLength(2);
  await opened.queue.drain();
  expect(server.stored).toEqual(["1", "2"]);
});

test("an event added while another is on its way is sent too", async () => {
  const server = new Server();
  const holder: { add?: () => Promise<void> } = {};
  const send: Send = async (events) => {
    const add = holder.add;
    delete holder.add;
    await add?.();
    return server.send(events);
  };
  const { queue } = made(memoryBox(), send);
  holder.add = () => queue.add(event("2"));
  await queue.add(event("1"));
  await queue.drain();
  expect(server.stored).toEqual(["1", "2"]);
});

test("an event added just as the queue finds nothing more to send is sent by the same run", async () => {
  const server = new Server();
  const box = memoryBox();
  let isFirst = true;
  const queue = makeQueue(box, server.send, () => () => undefined, ({ waiting }) => {
    if (waiting > 0 || !isFirst) return;
    isFirst = false;
    void box.put(event("2"));
    void queue.drain();
  });
  await queue.drain();
  expect(server.stored).toEqual(["2"]);
});

test("without IndexedDB the box is in memory and says so", async () => {
  expect((await openBox(undefined)).isKept).toBe(false);
  const broken = { open: () => { throw new DOMException("not here", "SecurityError"); } };
  expect((await openBox(broken as unknown as IDBFactory)).isKept).toBe(false);
  expect((await openBox(new IDBFactory())).isKept).toBe(true);
});

test("what a full disk will not take is kept in memory, and that is said", async () => {
  const full: Box = { ...memoryBox(), isKept: true, put: () => Promise.reject(new DOMException("full", "QuotaExceededError")) };
  const box = withSpare(full);
  await box.put(event("1"));
  expect(box.isKept).toBe(false);
  expect((await box.all()).map((entry) => entry.id)).toEqual(["1"]);
  await box.remove(["1"]);
  expect(await box.all()).toEqual([]);
});
