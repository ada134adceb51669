import type { Locator } from 'playwright-core';

/** Whether the first element begins above the second one on the page. Waits until both are there. */
export async function standsAbove(first: Locator, second: Locator): Promise<boolean> {
  const both = [first, second];
  for (const one of both) await one.waitFor();
  const [upper, lower] = await Promise.all(both.map((one) => one.boundingBox()));
  return upper!.y < lower!.y;
}
