import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { untranslatedSpanish } from './untranslated-spanish.js';
import { repositoryPath } from '../repository.js';
import { pendingRequests } from './browser.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = repositoryPath('.trama/shots');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Gives a browser page the session of a demo account. Loads no page. */
export async function setSessionCookie(page: Page, url: string, handle: string): Promise<void> {
  const data = { email: demoEmailOf(handle), password: DEMO_PASSWORD };
  const answer = await page.request.post(`${url}/auth/sign-in`, { data });
  if (!answer.ok()) throw new Error(`${handle} cannot sign in: ${answer.status()}`);
}

/**
 * Opens the app as a demo account, without the sign-in form, which has its own tests. Leaves the open page first: a page
 * of another account loads itself again when it notices the new session.
 */
export async function openSignedIn(
  page: Page,
  url: string,
  handle: string,
  path = '/app',
): Promise<void> {
  await page.goto('about:blank');
  await setSessionCookie(page, url, handle);
  await page.goto(url + path);
}

/** Calls the API with the session of a page; throws when it refuses. */
export async function queryApi<Data>(page: Page, url: string, query: string, variables: object) {
  const answer = await page.request.post(`${url}/graphql`, { data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/**
 * Goes one entry back without waiting for a page. The call returns before the navigation starts: a navigation that starts
 * inside it can destroy the context which it still has to answer from.
 */
export async function pressBack(page: Page): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back()));
}

const SETTLES_WITHIN_MS = 15_000;
const LOOK_EVERY_MS = 25;
const LOOKS_IN_A_ROW = 3;

/**
 * Waits until the page is idle: three checks in a row find no pending request and no skeleton. Gives up silently after
 * fifteen seconds.
 */
export async function waitForIdlePage(page: Page): Promise<void> {
  await page.getByRole('main').first().waitFor();
  const busy = page.locator('[aria-busy=true], .skeleton');
  const end = performance.now() + SETTLES_WITHIN_MS;
  for (let quiet = 0; quiet < LOOKS_IN_A_ROW && performance.now() < end;) {
    const isQuiet = pendingRequests(page) === 0 && (await busy.count()) === 0;
    quiet = isQuiet ? quiet + 1 : 0;
    await page.waitForTimeout(LOOK_EVERY_MS);
  }
}

/** Waits until finite animations end, because colours are undefined while they run. */
const still = (page: Page) =>
  page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/** The axe rules that depend on colours; all others give the same result in light and dark mode. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Returns the axe violations of WCAG 2.0 to 2.2 A and AA, or of the given rules only, as `rule: element`. Checks the size
 * of a target again in the middle of the screen, because a sticky bar covers targets that scroll under it.
 */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await still(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
  return page.evaluate(
    async (options) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations: found } = await axe.run(document, options);
      const sizeRule = { runOnly: { type: 'rule', values: ['target-size'] } };
      const isTooSmall = async ({ target }: AxeNode) => {
        const element = document.querySelector(String(target[0]))!;
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        return (await axe.run(element, sizeRule)).violations.length > 0;
      };
      const { scrollX, scrollY } = window;
      const kept: string[] = [];
      for (const { id, nodes } of found)
        for (const node of nodes)
          if (id !== 'target-size' || (await isTooSmall(node)))
            kept.push(`${id}: ${node.html.slice(0, 160)}`);
      window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
      return kept;
    },
    { runOnly, resultTypes: ['violations'] },
  );
}
interface AxeNode {
  readonly html: string;
  readonly target: readonly unknown[];
}
interface Axe {
  run(root: unknown, options: object): Promise<{ violations: { id: string; nodes: AxeNode[] }[] }>;
}

/**
 * Returns the widest element that extends beyond the right edge, if any. Such an element makes a phone scroll sideways.
 */
export function horizontalOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => `${element.tagName}.${element.className}`)
      .slice(0, 5);
  });
}

/** Returns elements that extend beyond a bar (top bar, tabs, main action) or overlap other elements in it. */
export function overlappingBarItems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxOf = (element: Element) => element.getBoundingClientRect();
    const isIn = (one: DOMRect, other: DOMRect) =>
      one.left >= other.left - 1 &&
      one.right <= other.right + 1 &&
      one.top >= other.top - 1 &&
      one.bottom <= other.bottom + 1;
    const meet = (one: DOMRect, other: DOMRect) =>
      one.right > other.left + 1 &&
      other.right > one.left + 1 &&
      one.bottom > other.top + 1 &&
      other.bottom > one.top + 1;
    const named = (element: Element) => `${element.tagName}.${element.getAttribute('class')}`;
    return [...document.querySelectorAll('.topbar, .tabs, .reach, .land__bar')].flatMap((bar) => {
      const parts = [...bar.children].filter((one) => boxOf(one).width > 0);
      const out = parts.filter((one) => !isIn(boxOf(one), boxOf(bar)));
      const over = parts.flatMap((one, at) =>
        parts.slice(at + 1).filter((other) => meet(boxOf(one), boxOf(other))),
      );
      const covered = [...bar.querySelectorAll('.dot')].flatMap((dot) =>
        [...bar.querySelectorAll('svg, .av')].filter(
          (one) => !dot.parentElement!.contains(one) && meet(boxOf(dot), boxOf(one)),
        ),
      );
      return [...out, ...over, ...covered].map((one) => `${named(bar)} > ${named(one)}`);
    });
  });
}

/** Returns the page title when a part of it is cut off. */
export function truncatedTitle(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.topbar__title')]
      .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth)
      .map(({ textContent }) => `The title «${textContent}» is cut`),
  );
}

/** Returns text fields that are not high enough for their placeholder. */
export function truncatedPlaceholders(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLTextAreaElement>('textarea:placeholder-shown')]
      .filter((one) => one.scrollHeight > one.clientHeight)
      .map(({ placeholder }) => `The placeholder «${placeholder}» is cut`),
  );
}

/**
 * Returns words of headings, page title and navigation that break across two lines. Names of more than 20 letters may
 * break.
 */
export function wordsBrokenAcrossLines(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isSeen = (one: Element) => one.getBoundingClientRect().width > 1;
    const isBroken = (text: Text, start: number, length: number) => {
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, start + length);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    };
    const brokenIn = (text: Text) =>
      [...text.data.matchAll(/[\p{L}\p{M}]+/gu)]
        .filter(([word]) => word.length <= 20)
        .filter(({ index, 0: word }) => isBroken(text, index, word.length))
        .map(([word]) => `«${word}» is broken`);
    const places = [...document.querySelectorAll('h1, h2, .topbar__title, .rail__nav span')];
    return places.filter(isSeen).flatMap((one) => {
      const found: string[] = [];
      const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) found.push(...brokenIn(walker.currentNode as Text));
      return found;
    });
  });
}

/** Returns all problems of the current page with layout, accessibility and language. */
export async function pageProblems(page: Page, name: string, language: string): Promise<string[]> {
  await still(page);
  const found = [...(await horizontalOverflow(page)), ...(await axeViolations(page))];
  if (language !== 'es') found.push(...(await untranslatedSpanish(page)));
  if ((await page.getAttribute('html', 'lang')) !== language) found.push('another language');
  await saveScreenshot(page, name);
  return found.map((fault) => `${name}: ${fault}`);
}

/** Returns the problems of the page in light and dark mode. In dark mode, checks only the colour rules again. */
export async function pageProblemsInBothModes(
  page: Page,
  name: string,
  language: string,
): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await pageProblems(page, `${name}-light`, language);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axeViolations(page, COLOUR_RULES);
  await saveScreenshot(page, `${name}-dark`);
  return [...light, ...dark.map((fault) => `${name}-dark: ${fault}`)];
}

/**
 * Saves a screenshot in .trama/shots when TRAMA_SHOTS=1. Off by default: screenshots take time and no test reads them.
 */
export async function saveScreenshot(page: Page, name: string): Promise<void> {
  if (process.env['TRAMA_SHOTS'] !== '1') return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}
