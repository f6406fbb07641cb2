/** The clock of the page: steady, sped up where a test may, and awake to the time that a sleeping laptop missed. */

const ASLEEP_MS = 3000;

/**
 * Return a function that says how many milliseconds have passed.
 *
 * `steady` never jumps but may stand still while the machine sleeps; `wall` goes on, so a large lead of it is sleep.
 */
export function pageClock(steady: () => number, wall: () => number, speed: number): () => number {
  let last = { steady: steady(), wall: wall() };
  let passed = 0;
  return () => {
    const next = { steady: steady(), wall: wall() };
    const gap = next.steady - last.steady;
    const missed = next.wall - last.wall - gap;
    passed += (missed > ASLEEP_MS ? gap + missed : gap) * speed;
    last = next;
    return passed;
  };
}

/** Return the speed the address asks for, where a test may: 1 otherwise. */
export function speedOf(search: string, isAllowed: boolean): number {
  const asked = Number(new URLSearchParams(search).get("speed"));
  return isAllowed && asked > 0 && asked <= 1000 ? asked : 1;
}
