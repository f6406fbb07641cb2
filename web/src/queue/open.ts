/** The best box there is: one that lasts, with one for this page behind it. */
import type { Box } from "./entry";
import { indexedBox } from "./indexed";
import { memoryBox } from "./memory";

/** Open a box in IndexedDB; where that fails, one in memory, which says that it does not last. */
export async function openBox(factory: IDBFactory | undefined): Promise<Box> {
  if (factory === undefined) return memoryBox();
  try {
    return withSpare(await indexedBox(factory));
  } catch {
    return memoryBox();
  }
}

/** A box that keeps in memory what the first one will not take: a full disk, a database closed underneath. */
export function withSpare(box: Box): Box {
  const spare = memoryBox();
  let isKept = box.isKept;
  const both = async (act: (of: Box) => Promise<void>): Promise<void> => {
    await spared(act(box));
    await act(spare);
  };
  return {
    get isKept() {
      return isKept;
    },
    async put(event) {
      try {
        await box.put(event);
      } catch {
        isKept = false;
        await spare.put(event);
      }
    },
    all: async () => [...(await box.all().catch(() => [])), ...(await spare.all())],
    remove: (ids) => both((of) => of.remove(ids)),
    fault: (id, fault) => both((of) => of.fault(id, fault)),
  };
}

async function spared(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch {
    // What could not be taken out is sent once more, and is known by then.
  }
}
