import { setTimeout as wait } from 'node:timers/promises';

/**
 * Checks the condition every `everyMs` milliseconds until it holds. Throws an error with the message `complaint` if it
 * does not hold within `withinMs` milliseconds.
 */
export async function waitUntil(
  complaint: string,
  isSo: () => boolean | Promise<boolean>,
  withinMs = 30_000,
  everyMs = 50,
): Promise<void> {
  const endAt = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > endAt) throw new Error(complaint);
    await wait(everyMs);
  }
}
