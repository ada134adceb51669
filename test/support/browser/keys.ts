import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD, emailOf } from '../../../apps/cli/demo/people/people.js';
import { email, password } from './screens/sign-in.js';

/** So many stops a page may have at most before the thing that is looked for. */
const STOPS = 150;

/** Goes with Tab, from where the focus is, to a thing. Fails when a stop on the way cannot be seen, or when it is not on the way. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let n = 0; n < STOPS; n++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(unseen);
    if (fault) throw new Error(`The focus cannot be seen: ${fault}`);
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/** Goes with Tab to a thing, and presses a key on it. */
export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes to a field, and writes into it in place of what it says. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Whether the focus stands on a thing; it must not be lost with what went away. */
export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluateAll((all) => all.some((one) => one === document.activeElement));

/** A thing once the focus is on it: `waitFor` it. */
export const focused = (page: Page, target: Locator): Locator => target.and(page.locator(':focus'));

/** Whether the focus is on something, and not lost at the page as a whole. */
export const isSomewhere = (page: Page): Promise<boolean> =>
  page.evaluate(() => ![null, document.body].includes(document.activeElement as HTMLElement));

/** Signs somebody of the demo world in without a pointer. */
export async function signInByKeys(page: Page, url: string, handle: string): Promise<void> {
  await page.goto(`${url}/es/sign-in`);
  await typeInto(page, email(page), emailOf(handle));
  await typeInto(page, password(page), DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/app/);
}

/** In the page: what has the focus without a mark of it, out of sight, or under something else. */
function unseen(): string | undefined {
  const here = document.activeElement;
  if (!here || here === document.body) return undefined; // the browser's own bar
  if (here.id === 'main') return undefined; // what had it went away meanwhile: the page as a whole is nothing to press
  const name = `${here.tagName.toLowerCase()}.${here.className} “${here.textContent?.slice(0, 40)}”`;
  const marked = [here, here.closest('label'), here.parentElement].some((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one ?? here);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  });
  if (!marked) return `${name} has no mark`;
  const box = (here.closest('label') ?? here).getBoundingClientRect();
  const inner = {
    left: Math.max(box.left, 0),
    right: Math.min(box.right, innerWidth),
    top: Math.max(box.top, 0),
    bottom: Math.min(box.bottom, innerHeight),
  };
  if (inner.right <= inner.left || inner.bottom <= inner.top) return `${name} is out of sight`;
  const points = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y]));
  const isShown = points.some(([x, y]) => {
    const left = inner.left + x! * (inner.right - inner.left);
    const found = document.elementFromPoint(left, inner.top + y! * (inner.bottom - inner.top));
    return found && (here.contains(found) || found.closest('label')?.contains(here));
  });
  return isShown ? undefined : `${name} is covered`;
}
