import { enter, reader as openReader, say, toList } from '../support/reading.js';
import { browsers, onStage, product } from '../support/stage.js';

onStage();

const reader = (handle: string, channel: string) =>
  openReader(browsers, product.url, handle, channel);

test('Whoever comes back to a channel finds the line before what came meanwhile', async () => {
  const [page, other] = [await reader('member1', 'Avisos'), await reader('steward1', 'Avisos')];
  await say(other, 'Leído todavía');
  await page.locator('.feed .msg__t', { hasText: 'Leído todavía' }).waitFor();
  const marked = page.waitForResponse((answer) =>
    Boolean(answer.request().postData()?.includes('mutation MarkRead')),
  );
  await page.locator('.feed').evaluate((feed) => feed.scrollTo(0, feed.scrollHeight));
  await marked;
  await toList(page);
  for (const text of ['Uno nuevo', 'Dos nuevos', 'Tres nuevos']) {
    await say(other, text);
    await other.locator('.msg--me:not(.msg--queued, .msg--sending)', { hasText: text }).waitFor();
  }

  await enter(page, 'Avisos');

  await page.locator('.unread', { hasText: '3 mensajes nuevos' }).waitFor();
  const after = page.locator('.unread + article', { hasText: 'Uno nuevo' });
  await after.waitFor();
  for (const one of [page, other]) await one.context().close();
}, 120_000);
