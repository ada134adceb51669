import type { Page } from 'playwright-core';
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

/** Answers all questions from the start page of a member to the last page before sending. Returns the number of taps. */
export async function answerSupportQuestions(
  page: Page,
  words: UiText,
  goal: string,
): Promise<number> {
  const { tap, taps } = countTaps(page, words);
  await tap('link', 'Apoyo');
  await tap('link', 'Pedir apoyo');
  await tap('link', 'No, podemos ir con calma');
  await page.getByRole('radio').nth(4).check();
  await tap('button', 'Continuar');
  await page.getByRole('textbox').fill(goal);
  await tap('button', 'Continuar');
  await tap('button', 'Saltar'); // the attempts so far
  await tap('button', 'Saltar'); // exclusions
  await tap('button', 'Continuar'); // languages
  await tap('button', 'Saltar'); // a safe way
  await page.getByRole('heading', { name: words('Revisa tu pedido') }).waitFor();
  return taps() + 1;
}
