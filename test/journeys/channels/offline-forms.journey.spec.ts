import type { Page } from 'playwright-core';
import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { pageProblems, waitForIdlePage, openSignedIn } from '../../support/browser/page-checks.js';
import { requestIntroductionButton } from '../../support/browser/screens/introductions.js';
import {
  refusedFormNotice,
  queuedForm,
  queuedFormsNotice,
} from '../../support/browser/screens/queued-forms.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { type UiText, uiTextIn } from '../../support/browser/ui-texts.js';
import { waitUntil } from '../../support/wait-until.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';

useJourney({ allowsServiceWorker: true });

/** One requester per language, because an account may have only a few open introductions. */
const PEOPLE = { es: 'member3', pt: 'member2', en: 'member1' } as const;
interface Other {
  readonly id: string;
  readonly name: string;
}

/**
 * Finds members who accept requests from this member, are not allies of this member and had no introduction with them.
 */
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
    [demoEmailOf(handle), count],
  );
  return rows;
}

const asksOf = async (handle: string): Promise<number> => {
  const sql = `select count(*)::int as count from introduction i join account a on a.id = i.asker_id where a.email = $1`;
  return (await db.query<{ count: number }>(sql, [demoEmailOf(handle)])).rows[0]!.count;
};

/** Delays the deletion of a stored form. The form must not reappear when the member closes the page at once. */
const slowToForget = (page: Page) =>
  page.addInitScript(() => {
    const forget = IDBObjectStore.prototype.delete;
    IDBObjectStore.prototype.delete = function (key) {
      for (let reads = 0; reads < 5_000; reads++) this.count();
      return forget.call(this, key);
    };
  });

/** Opens the introduction form online, so that it can be filled in offline. */
async function openForm(page: Page, { id }: Other, words: UiText): Promise<void> {
  await page.goto(`${product.url}/app/people/${id}`);
  await waitForIdlePage(page);
  await page
    .getByRole('button', { name: words('Pedir presentación') })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
}

/** Submits the open form offline, so that it is stored on the device. */
async function sendOffline(page: Page, words: UiText): Promise<void> {
  await page.context().setOffline(true);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words('Pedir presentación') }).click();
  await page.getByText(words(KEPT)).waitFor();
  await dialog.waitFor({ state: 'detached' });
}
const KEPT = 'Sin señal. Quedó guardado en este dispositivo y se enviará al volver la señal.';

/**
 * Drops the response to the first introduction request. The page then sends the request again although the server
 * received it.
 */
async function loseFirstAnswer(page: Page) {
  let lost = 0;
  await page.route('**/graphql', async (route) => {
    const isAsk = route.request().postData()?.includes('askIntroduction');
    if (!isAsk || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  return { lost: () => lost };
}

test.each(sampledLanguages(['es', 'pt', 'en'] as const))(
  'In %s a form submitted offline is stored, survives a reload and is sent once when the network is back',
  async (language) => {
    const [words, handle] = [uiTextIn(language), PEOPLE[language]];
    await db.query('update account set language = $1 where email = $2', [
      language,
      demoEmailOf(handle),
    ]);
    const page = await browsers.open();
    await slowToForget(page);
    await openSignedIn(page, product.url, handle);
    await waitForIdlePage(page);
    const [one, other] = (await strangersTo(handle, 2)) as [Other, Other];
    const before = await asksOf(handle);
    await openForm(page, one, words);
    await sendOffline(page, words);

    await page.goto(`${product.url}/app`);
    await queuedFormsNotice(page).waitFor();
    await queuedForm(page, one.name).waitFor();
    const found = await pageProblems(page, `forms-${language}-kept`, language);
    expect(await asksOf(handle)).toBe(before);

    const answer = await loseFirstAnswer(page);
    await page.context().setOffline(false);
    await waitUntil('The form is not sent', () => answer.lost() > 0, 20_000);
    // The page retries without a tap. The button only triggers the retry earlier.
    const retry = page.getByRole('button', { name: words('Reintentar') });
    await retry.click({ timeout: 2_000 }).catch(() => undefined);
    await refusedFormNotice(page).waitFor({ timeout: 60_000 });
    expect([answer.lost(), await asksOf(handle)]).toEqual([1, before + 1]);
    await queuedForm(page, one.name).getByRole('button').click();
    await queuedFormsNotice(page).waitFor({ state: 'detached' });

    // The server refuses this request: the page shows the reason, and the author discards the form.
    await openForm(page, other, words);
    await sendOffline(page, words);
    await db.query('update profile set takes_requests = false where id = $1', [other.id]);
    await page.goto(`${product.url}/app`);
    await queuedForm(page, other.name).waitFor();
    await page.context().setOffline(false);
    await refusedFormNotice(page).waitFor();
    found.push(...(await pageProblems(page, `forms-${language}-refused`, language)));
    await queuedForm(page, other.name).getByRole('button').click();
    await queuedFormsNotice(page).waitFor({ state: 'detached' });
    expect(await asksOf(handle)).toBe(before + 1);

    // The member takes no requests: the profile says so exactly once, in place of the button.
    await page.goto(`${product.url}/app/people/${other.id}`);
    await page
      .getByText(
        words('Por ahora no recibe pedidos de presentación. Puedes volver a mirar más adelante.'),
      )
      .waitFor();
    expect(await page.getByText(words('No recibe pedidos por ahora')).count()).toBe(0);
    expect(await requestIntroductionButton(page).count()).toBe(0);
    expect(found).toEqual([]);
    await page.context().close();
  },
  180_000,
);
