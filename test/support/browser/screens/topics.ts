import type { Locator, Page } from 'playwright-core';
import { anyCount, startOfText, wholeText } from '../ui-texts.js';

/** Button in the channel header that opens the list of topics. It exists only where no list is beside the channel. */
export const topicsButton = (page: Page): Locator =>
  page.getByRole('button', { name: startOfText('Temas del canal') });

/** The button that opens the list of topics, while other topics have unread messages. */
export const unreadTopicsButton = (page: Page): Locator =>
  topicsButton(page).getByText(
    anyCount('{0, plural, one {# con novedades} other {# con novedades}}'),
  );

/** The topics of a channel: in front of it on a phone, below its row in the list on a wide screen. */
const topicList = (page: Page): Locator =>
  page
    .getByRole('navigation', { name: wholeText('Temas del canal') })
    .or(page.getByRole('group', { name: startOfText('Temas de {0}', { 0: '' }) }));

export const topicLink = (page: Page, name: string): Locator =>
  topicList(page).getByRole('link', { name });

/** On a phone: switches to another topic of the channel through the list. */
export async function goToTopic(page: Page, name: string): Promise<void> {
  await topicsButton(page).click();
  await topicLink(page, name).click();
  await topicList(page).waitFor({ state: 'detached' });
}
