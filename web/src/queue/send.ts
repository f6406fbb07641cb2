/** Sending events to the server, and reading its answer. */
import type { Result } from "../result";
import { fail } from "../result";
import { array, nullable, object, optional, string } from "../validate";
import type { JournalEvent } from "./entry";

/** What became of each event that was sent, by id; one that is not named was not looked at. */
export interface Answer {
  readonly stored: readonly string[];
  readonly known: readonly string[];
  readonly refused: readonly { readonly id: string | null; readonly faults: readonly string[] }[];
}

export type Send = (events: readonly JournalEvent[]) => Promise<Result<Answer>>;

const answer = object({
  stored: array(string),
  known: array(string),
  refused: array(object({ id: nullable(string), faults: optional(array(string), []) })),
});

/** Return the function that posts events to `url`; whatever goes wrong is a fault, never thrown. */
export function sendTo(url: string, csrf: string, post: typeof fetch): Send {
  return async (events) => {
    try {
      const response = await post(url, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": csrf },
        credentials: "same-origin",
        body: JSON.stringify({ events }),
      });
      if (!response.ok) return fail(`the server answered ${response.status}`);
      return answer(await response.json(), "answer");
    } catch {
      return fail("the server did not answer");
    }
  };
}
