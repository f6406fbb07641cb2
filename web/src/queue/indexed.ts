/** A box in IndexedDB: what is put here outlives the page, the browser and the server. */
import type { Box, Entry, JournalEvent } from "./entry";

const NAME = "lumbar";
const STORE = "events";
const VERSION = 1;

type Row = Entry & { readonly seq?: number };

/** Open the box. Rejects where the browser has no IndexedDB or will not open it (some private windows). */
export async function indexedBox(factory: IDBFactory): Promise<Box> {
  const database = await open(factory);
  const write = (work: (store: IDBObjectStore) => void): Promise<void> => within(database, "readwrite", work);
  return {
    isKept: true,
    put: (event) => write((store) => putOnce(store, event)),
    all: async () => (await read(database)).map(({ id, event, fault }) => ({ id, event, fault })),
    remove: (ids) => write((store) => ids.forEach((id) => onRow(store, id, (cursor) => cursor.delete()))),
    fault: (id, fault) => write((store) => onRow(store, id, (cursor) => cursor.update({ ...(cursor.value as Row), fault }))),
  };
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore(STORE, { keyPath: "seq", autoIncrement: true });
    store.createIndex("id", "id", { unique: true });
  };
  return answered(request);
}

/** Let the work be done in one transaction; resolves once it is safely on the disk. */
function within(database: IDBDatabase, mode: IDBTransactionMode, work: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("the database gave up"));
    work(transaction.objectStore(STORE));
  });
}

function putOnce(store: IDBObjectStore, event: JournalEvent): void {
  const found = store.index("id").getKey(event.id);
  found.onsuccess = () => {
    if (found.result === undefined) store.add({ id: event.id, event, fault: null } satisfies Row);
  };
}

function onRow(store: IDBObjectStore, id: string, act: (cursor: IDBCursorWithValue) => void): void {
  const found = store.index("id").openCursor(id);
  found.onsuccess = () => {
    if (found.result !== null) act(found.result);
  };
}

function read(database: IDBDatabase): Promise<readonly Row[]> {
  return answered<Row[]>(database.transaction(STORE, "readonly").objectStore(STORE).getAll());
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the database did not answer"));
  });
}
