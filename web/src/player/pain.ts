/** What a pain answer after a set means for the rest of the session; the numbers come from the server's rules. */
import type { Feel } from "./input";
import type { Rules } from "./item";

export type PainAdvice = "go-on" | "no-increase" | "stop-exercise" | "end-session";

const PAIN_MAX = 10;

/** Return the lowest pain (0 to 10) that stops the exercise. */
function redFrom(rules: Rules): number {
  return Math.min(PAIN_MAX, Math.max(rules.pain_stop, rules.usual_pain + rules.usual_margin));
}

/** Return the lowest pain (0 to 10) that lets nothing rise. */
function amberFrom(rules: Rules): number {
  return Math.min(Math.max(rules.pain_amber, rules.usual_pain + rules.usual_margin), redFrom(rules) - 1);
}

/**
 * Return the advice after a set with this `pain` (0 to 10).
 *
 * `before` is the pain before the set; `recurring`: pain has already stopped another exercise of this session, and
 * a second one ends it.
 */
export function setAdvice(pain: number, before: number, rules: Rules, recurring: boolean): PainAdvice {
  if (pain >= redFrom(rules) || pain - before >= rules.pain_rise_stop) {
    return recurring ? "end-session" : "stop-exercise";
  }
  return pain >= amberFrom(rules) ? "no-increase" : "go-on";
}

/** Return the advice after "this hurts": leg pain, or a second exercise that hurts, ends the session. */
export function hurtAdvice(feel: Feel, recurring: boolean): "stop-exercise" | "end-session" {
  return recurring || feel === "leg" ? "end-session" : "stop-exercise";
}
