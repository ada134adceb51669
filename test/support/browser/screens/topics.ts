import type { Locator, Page } from 'playwright-core';
import { anyCount, startOfText, wholeText } from '../words.js';

/** At the head of a channel, where no list stands beside it: the way to its other feeds. */
export const topicsButton = (page: Page): Locator =>
  page.getByRole('button', { name: startOfText('Temas del canal') });

/** On the same button: that other feeds have something new. */
export const topicsWithNews = (page: Page): Locator =>
  topicsButton(page).getByText(
    anyCount('{0, plural, one {# con novedades} other {# con novedades}}'),
  );

/** The feeds of a channel: in front of it on a phone, under its row in the list on a wide screen. */
const topicList = (page: Page): Locator =>
  page
    .getByRole('navigation', { name: wholeText('Temas del canal') })
    .or(page.getByRole('group', { name: startOfText('Temas de {0}', { 0: '' }) }));

export const topicLink = (page: Page, name: string): Locator =>
  topicList(page).getByRole('link', { name });

/** On a phone: to another feed of the channel, by its list. */
export async function goToTopic(page: Page, name: string): Promise<void> {
  await topicsButton(page).click();
  await topicLink(page, name).click();
  await topicList(page).waitFor({ state: 'detached' });
}
