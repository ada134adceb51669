import type { Page } from 'playwright-core';
import { emailOf } from '../../../apps/cli/demo/people/people.js';
import { faultsOf, settled, signIn } from '../../support/browser/looks.js';
import { browsers, db, onStage, product } from '../../support/browser/stage.js';

onStage();

/** Each asks for themself: only a few introductions may be open. */
const PEOPLE = { es: 'member3', pt: 'member2', en: 'member1' } as const;
const WORDS = {
  es: {
    ask: 'Pedir presentación',
    kept: /^Sin señal/,
    title: 'Sin enviar todavía',
    retry: 'Reintentar',
  },
  pt: {
    ask: 'Pedir apresentação',
    kept: /^Sem sinal/,
    title: 'Ainda não enviado',
    retry: 'Tentar de novo',
  },
  en: {
    ask: 'Ask for an introduction',
    kept: /^No signal/,
    title: 'Not sent yet',
    retry: 'Try again',
  },
} as const;

interface Other {
  readonly id: string;
  readonly name: string;
}

/** People whom somebody does not know, takes requests from, and was not in touch with. */
async function strangersTo(handle: string, count: number): Promise<Other[]> {
  const { rows } = await db.query<Other>(
    `select p.id, f.text as name from profile p join account a on a.id = p.account_id
       join profile_field f on f.account_id = a.id and f.kind = 'name'
       join account me on me.email = $1
     where a.standing = 'member' and a.id <> me.id and p.takes_requests
       and f.audience = 'members'
       and not exists (select 1 from introduction i where me.id in (i.asker_id, i.asked_id) and a.id in (i.asker_id, i.asked_id))
       and not exists (select 1 from ally y where y.account_id = me.id and y.other_id = a.id)
     order by a.email limit $2`,
    [emailOf(handle), count],
  );
  return rows;
}

const asksOf = async (handle: string): Promise<number> => {
  const sql = `select count(*)::int as count from introduction i join account a on a.id = i.asker_id where a.email = $1`;
  return (await db.query<{ count: number }>(sql, [emailOf(handle)])).rows[0]!.count;
};

/** A device whose store takes its time to let go: whoever leaves the page at once finds nothing of it again. */
const slowToForget = (page: Page) =>
  page.addInitScript(() => {
    const forget = IDBObjectStore.prototype.delete;
    IDBObjectStore.prototype.delete = function (key) {
      for (let reads = 0; reads < 5_000; reads++) this.count();
      return forget.call(this, key);
    };
  });

/** Opens the form for somebody with a line, so that it can be filled in without one. */
async function openForm(page: Page, { id }: Other, words: string): Promise<void> {
  await page.goto(`${product.url}/app/people/${id}`);
  await settled(page);
  await page.getByRole('button', { name: words }).first().click();
  await page.locator('dialog[open] textarea').waitFor();
}

test.each(['es', 'pt', 'en'] as const)(
  'In %s what is filled in without a line is kept, survives the page and goes once when the line is back',
  async (language) => {
    const [words, handle] = [WORDS[language], PEOPLE[language]];
    await db.query('update account set language = $1 where email = $2', [
      language,
      emailOf(handle),
    ]);
    const page = await browsers.open();
    await slowToForget(page);
    await signIn(page, product.url, handle);
    await page.goto(`${product.url}/app`);
    await settled(page);
    const [one, other] = (await strangersTo(handle, 2)) as [Other, Other];
    const before = await asksOf(handle);
    await openForm(page, one, words.ask);
    await page.context().setOffline(true);
    await page.locator('dialog[open] [type=submit]').click();
    await page.getByText(words.kept).waitFor();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });

    await page.goto(`${product.url}/app`);
    await page.getByText(words.title).waitFor();
    await page.locator('li', { hasText: one.name }).waitFor();
    const found = await faultsOf(page, `forms-${language}-kept`, language);
    expect(await asksOf(handle)).toBe(before);

    // Its answer is lost on the way, so that it is sent again although it came.
    let lost = 0;
    await page.route('**/graphql', async (route) => {
      const isAsk = route.request().postData()?.includes('askIntroduction');
      if (!isAsk || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await page.context().setOffline(false);
    for (let looks = 0; looks < 100 && lost === 0; looks++) await page.waitForTimeout(200);
    // Nobody has to, but whoever is impatient may.
    await page
      .getByRole('button', { name: words.retry })
      .click({ timeout: 2_000 })
      .catch(() => undefined);
    await page.locator('.outbox--failed').waitFor();
    expect([lost, await asksOf(handle)]).toEqual([1, before + 1]);
    await page.locator('li', { hasText: one.name }).getByRole('button').click();
    await page.getByText(words.title).waitFor({ state: 'detached' });

    // Refused when it comes: said in words, and let go by whoever wrote it.
    await openForm(page, other, words.ask);
    await page.context().setOffline(true);
    await page.locator('dialog[open] [type=submit]').click();
    await page.getByText(words.kept).waitFor();
    await db.query('update profile set takes_requests = false where id = $1', [other.id]);
    await page.goto(`${product.url}/app`);
    await page.locator('li', { hasText: other.name }).waitFor();
    await page.context().setOffline(false);
    await page.locator('.outbox--failed').waitFor();
    found.push(...(await faultsOf(page, `forms-${language}-refused`, language)));
    await page.locator('li', { hasText: other.name }).getByRole('button').click();
    await page.getByText(words.title).waitFor({ state: 'detached' });
    expect(await asksOf(handle)).toBe(before + 1);
    expect(found).toEqual([]);
    await page.context().close();
  },
  180_000,
);
