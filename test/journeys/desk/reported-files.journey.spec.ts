import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { PHONE_VIEWPORT } from '../../support/browser/browser.js';
import {
  setSessionCookie,
  pageProblems,
  waitForIdlePage,
} from '../../support/browser/page-checks.js';
import { sendReport } from '../../support/browser/screens/app.js';
import { composer, message, sendButton } from '../../support/browser/screens/channel.js';
import { openMatter } from '../../support/browser/screens/desk.js';
import {
  chooseByKeyboard as chooseAct,
  openChannelAs,
  openMessageMenu,
} from '../../support/messages/message-page.js';
import { chooseFiles, photoFile, pdfFile } from '../../support/browser/attach-files.js';
import { browsers, db, useJourney, product } from '../../support/browser/journey-setup.js';
import { sampledLanguages } from '../../support/sampled-sweeps.js';
import { uiTextIn } from '../../support/browser/ui-texts.js';

useJourney();

const SAID = 'Miren lo que encontré de ella';

/** Finds the matter of this message, and a moderator without a conflict of interest in it. */
async function matter(): Promise<{ id: string; handle: string }> {
  const { rows } = await db.query<{ id: string; email: string }>(
    `select m.id, d.email from matter m join report r on r.matter_id = m.id
     join message s on s.id = r.subject_key and s.body = $1
     cross join (select a.id, a.email from duty x
       join account a on a.id = x.account_id where x.name = 'moderate' and a.standing = 'member') d
     where not exists (select 1 from matter_tie t where t.matter_id = m.id and t.account_id = d.id)
       and not exists (select 1 from matter_party p where p.matter_id = m.id and p.account_id = d.id)
     order by d.email`,
    [SAID],
  );
  return { id: rows[0]!.id, handle: rows[0]!.email.split('@')[0]! };
}

test('A moderator sees the list of files of a reported message, but cannot open them', async () => {
  const author = await openChannelAs('member4', 'Avisos');
  await chooseFiles(author, await photoFile('IMG_1.jpg', 900, 600));
  await chooseFiles(author, await pdfFile('Acta.pdf', 100_000));
  await composer(author).fill(SAID);
  await sendButton(author).click();
  const reader = await openChannelAs('member1', 'Avisos');
  const reported = message(reader, SAID);
  await reported.waitFor();
  await openMessageMenu(reader, reported);
  await chooseAct(reader, 'Reportar');
  await sendReport(reader, 'No quiere que se vea.');

  const { id, handle } = await matter();
  const page = await browsers.open();
  await setSessionCookie(page, product.url, handle);
  const found: string[] = [];
  const opened: string[] = [];
  page.on('request', (request) => {
    if (/\/files\/[0-9a-f-]{36}\//.test(request.url())) opened.push(request.url());
  });
  for (const language of sampledLanguages(['es', 'pt', 'en'] as const)) {
    const words = uiTextIn(language);
    await db.query('update account set language = $1 where email = $2', [
      language,
      demoEmailOf(handle),
    ]);
    for (const size of [PHONE_VIEWPORT, { width: 1280, height: 800 }]) {
      await page.setViewportSize(size);
      await page.goto(`${product.url}/app/desk/matters/${id}`);
      await waitForIdlePage(page);
      await openMatter(page);
      await page.getByRole('heading', { name: words('Archivos que traía') }).waitFor();
      const files = page.getByRole('list').filter({ hasText: 'trama.webp' });
      expect(await files.getByRole('listitem').allInnerTexts()).toEqual([
        expect.stringContaining(`${words('Imagen')} · trama.webp`),
        expect.stringContaining(`${words('Documento')} · Acta.pdf`),
      ]);
      const name = `reported-files-${language}-${size.width}`;
      const faults = await pageProblems(page, name, language);
      // Members' texts are not translated, so an untranslated member text is not a problem.
      found.push(
        ...faults.filter((fault) => ![SAID, 'No quiere'].some((own) => fault.includes(own))),
      );
    }
  }
  expect(found).toEqual([]);
  expect(opened).toEqual([]);
  for (const one of [author, reader, page]) await one.context().close();
}, 240_000);
