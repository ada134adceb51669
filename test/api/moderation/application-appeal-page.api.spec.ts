import { useApp } from '../../support/app/app.js';
import { send, sendForm } from '../../support/app/client.js';
import {
  makeApplicant,
  declineApplicant,
  makeReviewers,
} from '../../support/factories/applicants-and-reviewers.js';
import type { Person } from '../../support/factories/make-people.js';

const app = useApp();
let mo1: Person;
let mo2: Person;
beforeAll(async () => {
  [mo1, mo2] = await makeReviewers(app);
});

it('an applicant can appeal on a page without JavaScript, and a rejected form keeps the typed text', async () => {
  const who = await makeApplicant(app);
  const id = await who.id();
  await declineApplicant([mo1, mo2], id);
  const path = '/es/join/status/appeal';
  expect(await (await send(who, '/es/join/status')).text()).toContain('name="appeal"');
  const lost = await sendForm(who, path, { id, appeal: 'x'.repeat(10_000) });
  expect(lost.status).toBe(400);
  const html = await lost.text();
  expect(html).toContain('x'.repeat(10_000));
  expect(html).toContain('href="#appeal"');
  const sent = await sendForm(who, path, { id, appeal: 'Mira <el boletín>.' });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/es/join/status']);
  const page = await (await send(who, '/es/join/status')).text();
  expect(page).toContain('Otras personas la miran de nuevo');
  // Three people vet here, and two of them took the first decision.
  expect(page).toContain('Todavía no hay dos personas más que puedan oírla.');
  expect(page).toContain('Mira &lt;el boletín&gt;.');
  for (const language of ['pt', 'en']) {
    expect((await send(who, `/${language}/join/status`)).status).toBe(200);
  }
  // A second submission from an outdated page changes nothing, and the page shows the state.
  expect((await sendForm(who, path, { id, appeal: 'Otra vez.' })).status).toBe(303);
  expect((await who.own()).appeal).toBe('Mira <el boletín>.');
});
