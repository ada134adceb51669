import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD, demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { waitForIdlePage } from './page-checks.js';
import { emailField, passwordField } from './screens/sign-in.js';

/** Maximum number of Tab presses until the target must have the focus. */
const STOPS = 150;

/**
 * Presses Tab until the target has the focus. Fails if the target is never reached, or if an element on the way has the
 * focus but is not visible.
 */
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

/** Moves to the target with Tab and presses a key on it. */
export async function tabToAndPress(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Moves to a field with Tab and replaces its text. */
export async function tabToAndType(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Moves to a group of radio buttons with Tab, and to one of them with the arrow keys, which choose it. */
export async function tabToAndChoose(page: Page, radios: Locator, target: Locator): Promise<void> {
  await tabTo(page, radios);
  const count = await radios.count();
  for (let n = 0; n < count && !(await hasFocus(target)); n++)
    await page.keyboard.press('ArrowDown');
  await target.and(page.locator(':checked:focus')).waitFor();
}

/** Whether the target has the focus. */
export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluateAll((all) => all.some((one) => one === document.activeElement));

/** Locates the target only while it has the focus, to be used with `waitFor`. */
export const whileFocused = (page: Page, target: Locator): Locator =>
  target.and(page.locator(':focus'));

/** Whether the focus is on an element other than the body. */
export const hasAnyFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => ![null, document.body].includes(document.activeElement as HTMLElement));

/** Signs a demo account in by keyboard only. */
export async function signInByKeyboard(page: Page, url: string, handle: string): Promise<void> {
  await page.goto(`${url}/es/sign-in`);
  await tabToAndType(page, emailField(page), demoEmailOf(handle));
  await tabToAndType(page, passwordField(page), DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/app/);
  await waitForIdlePage(page); // A card that arrives later could move the focused element out of sight.
}

/** Runs in the page. Describes the focused element if it has no focus indicator, is off screen or is covered. */
function unseen(): string | undefined {
  const here = document.activeElement;
  // Without a focused element in the page, the focus is in the browser's toolbar.
  if (!here || here === document.body) return undefined;
  // The element with the focus was removed, so the focus moved to the main area, which is not a control.
  if (here.id === 'main') return undefined;
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
  const found = points.map(([x, y]) => {
    const left = inner.left + x! * (inner.right - inner.left);
    return document.elementFromPoint(left, inner.top + y! * (inner.bottom - inner.top));
  });
  if (found.some((one) => one && (here.contains(one) || one.closest('label')?.contains(here))))
    return undefined;
  return `${name} is covered by ${found[0]?.tagName.toLowerCase()}.${found[0]?.className}`;
}
