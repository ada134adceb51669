import type { Page } from 'playwright-core';
import { tabToAndChoose, tabToAndPress, tabToAndType } from '../keyboard.js';
import { waitForIdlePage } from '../page-checks.js';
import type { UiText } from '../ui-texts.js';

/** Counts the taps of the person, without typing. */
export function countTaps(page: Page, words: UiText) {
  let taps = 0;
  const tap = async (role: 'link' | 'button' | 'radio', name: string, values?: object) => {
    taps += 1;
    await page
      .getByRole(role, { name: words(name, { ...values }) })
      .first()
      .click();
  };
  return { tap, taps: () => taps };
}

/**
 * Presses the button of a question and waits for the next page of the form. Without waiting, a second press could hit the
 * same button again, because consecutive pages have buttons with the same name.
 */
export async function goToNextStep(page: Page, words: UiText, button: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  const question = await heading.innerText();
  await page.getByRole('button', { name: words(button) }).click();
  await heading.filter({ hasNotText: question }).waitFor();
}

/** Answers all questions from the start page of a member to the last page before sending. Returns the number of taps. */
export async function answerSupportQuestions(
  page: Page,
  words: UiText,
  goal: string,
): Promise<number> {
  const { tap, taps } = countTaps(page, words);
  await tap('link', 'Apoyo');
  // The requests above the link move it when they arrive.
  await waitForIdlePage(page);
  await tap('link', 'Pedir apoyo');
  await tap('link', 'No, podemos ir con calma');
  // Loads what later questions show, so that their buttons do not move.
  await waitForIdlePage(page);
  await page.getByRole('radio').nth(4).check();
  await tap('button', 'Continuar');
  await page.getByRole('textbox').fill(goal);
  await tap('button', 'Continuar');
  await tap('button', 'Saltar'); // the attempts so far
  await tap('radio', 'Para mi grupo u organización');
  await tap('button', 'Continuar'); // for whom
  await tap('button', 'Saltar'); // exclusions
  await tap('button', 'Continuar'); // languages
  await tap('button', 'Saltar'); // a safe way
  await page.getByRole('heading', { name: words('Revisa tu pedido') }).waitFor();
  return taps() + 1;
}

/** The same by keyboard only. In a question with radio buttons, Enter goes on. */
export async function answerSupportQuestionsByKeyboard(
  page: Page,
  words: UiText,
  goal: string,
): Promise<void> {
  const press = (role: 'link' | 'button', name: string) =>
    tabToAndPress(page, page.getByRole(role, { name: words(name) }));
  const radios = page.getByRole('radio');
  await press('link', 'Apoyo');
  await press('link', 'Pedir apoyo');
  await press('link', 'No, podemos ir con calma');
  await tabToAndChoose(page, radios, radios.nth(4));
  await page.keyboard.press('Enter');
  await tabToAndType(page, page.getByRole('textbox'), goal);
  await press('button', 'Continuar');
  await press('button', 'Saltar'); // the attempts so far
  const group = page.getByRole('radio', { name: words('Para mi grupo u organización') });
  await tabToAndChoose(page, radios, group);
  await page.keyboard.press('Enter');
  await press('button', 'Saltar'); // exclusions
  await press('button', 'Continuar'); // languages
  await press('button', 'Saltar'); // a safe way
  await page.getByRole('heading', { name: words('Revisa tu pedido') }).waitFor();
}
