import type { Page } from 'playwright-core';
import { emailOf } from '../../../apps/cli/demo/people/people.js';
import { faultsOf, settled, signIn } from '../../support/browser/looks.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

/** Two allies who wrote to each other: who ends it, in which language they both look, and how that reads. */
const PARTINGS = [
  {
    ...{ language: 'es', one: 'member1', other: 'rumi' },
    ...{ end: 'Terminar la alianza', over: 'Conversación terminada', back: 'Deshacer' },
    ...{ away: 'Conversaciones que quitaste', give: 'Devolver' },
  },
  {
    ...{ language: 'pt', one: 'luana', other: 'nina' },
    ...{ end: 'Encerrar a aliança', over: 'Conversa encerrada', back: 'Desfazer' },
    ...{ away: 'Conversas que você tirou', give: 'Devolver' },
  },
  {
    ...{ language: 'en', one: 'member3', other: 'davi' },
    ...{ end: 'End the alliance', over: 'Conversation ended', back: 'Undo' },
    ...{ away: 'Conversations you took off', give: 'Put back' },
  },
] as const;

interface Talk {
  readonly channelId: string;
  /** The profile of the other. */
  readonly otherId: string;
  /** How the other may be reached. */
  readonly contact: string;
}

async function talkOf(one: string, other: string): Promise<Talk> {
  const { rows } = await db.query<Talk>(
    `select c.id as "channelId", p.id as "otherId", f.text as contact
     from account a join ally y on y.account_id = a.id join channel c on c.alliance_id = y.alliance_id
       join account b on b.id = y.other_id join profile p on p.account_id = b.id
       join profile_field f on f.account_id = b.id and f.kind = 'contact'
     where a.email = $1 and b.email = $2`,
    [emailOf(one), emailOf(other)],
  );
  return rows[0]!;
}

const words = (page: Page) => page.locator('main').innerText();

type Words = Pick<(typeof PARTINGS)[number], 'away' | 'give' | 'over'>;

/** Long after the undo: the list of what was put away, opened and used by keys alone; nothing is left in it. */
async function broughtBackByKeys(
  page: Page,
  { away, give, over }: Words,
  look: (name: string) => Promise<unknown>,
): Promise<void> {
  await page.reload();
  await settled(page);
  expect(await words(page)).not.toContain(over);
  const [opener, sheet] = [page.getByRole('button', { name: away }), page.locator('dialog')];
  await opener.press('Enter');
  await sheet.locator('.row').waitFor();
  await look('away');
  await sheet.getByRole('button', { name: give }).press('Enter');
  await page.locator('.chrow', { hasText: over }).waitFor();
  await sheet.waitFor({ state: 'detached' });
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  await opener.press('Enter');
  await sheet.locator('.empty').waitFor();
  await look('away-empty');
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
}

test.each(PARTINGS)(
  'In $language the end of an alliance leaves each the conversation, until they put it away for themself',
  async ({ language, one, other, end, over, back, away, give }) => {
    const { channelId, otherId, contact } = await talkOf(one, other);
    await db.query('update account set language = $1 where email = any($2)', [
      ...[language, [emailOf(one), emailOf(other)]],
    ]);
    const [page, open] = [await browsers.open(), await browsers.open()];
    const found: string[] = [];
    const look = async (at: Page, name: string) =>
      void found.push(...(await faultsOf(at, `parting-${language}-${name}`, language)));
    await signIn(open, product.url, other);
    await open.goto(`${product.url}/app/channels/${channelId}`);
    await open.locator('.composer__box').waitFor();

    await signIn(page, product.url, one);
    await page.goto(`${product.url}/app/people/${otherId}`);
    await page.getByText(contact).waitFor();
    await page.getByRole('button', { name: end }).click();
    await look(page, 'asked');
    await page.locator('dialog .btn--danger').click();
    await page.getByText(contact).waitFor({ state: 'detached' });

    const putAway = open.locator('main .banner .btn');
    await putAway.waitFor();
    expect(await open.locator('.composer__box').count()).toBe(0);
    expect(await open.locator('.msg').count()).toBeGreaterThan(3);
    await look(open, 'ended');
    await putAway.click();
    await open.waitForURL(/\/app\/channels$/);
    await settled(open);
    expect(await words(open)).not.toContain(over);
    await look(open, 'put-away');
    await open.getByRole('button', { name: back }).click();
    await open.locator('.chrow', { hasText: over }).waitFor();
    await look(open, 'back');
    await open.locator('.chrow', { hasText: over }).click();
    await putAway.click();
    await open.waitForURL(/\/app\/channels$/);
    await broughtBackByKeys(open, { away, give, over }, (name) => look(open, name));
    await open.locator('.chrow', { hasText: over }).click();
    await putAway.click();
    await open.waitForURL(/\/app\/channels$/);

    await page.goto(`${product.url}/app/channels`);
    await page.locator('.chrow', { hasText: over }).click();
    await page.locator('main .banner .btn').waitFor();
    expect(await words(page)).not.toContain(contact);
    await open.goto(`${product.url}/app/channels/${channelId}`);
    await open.locator('main .empty, main h1').first().waitFor();
    await settled(open);
    expect(await open.locator('.msg').count()).toBe(0);
    expect(found).toEqual([]);
    for (const one of [page, open]) await one.context().close();
  },
  120_000,
);
