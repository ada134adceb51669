import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { DAY } from '#kernel/clock.js';
import { StandingService } from '#members/standing.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, send, sendForm, sendJson } from '../../support/app/client.js';
import { createInvitation, revokeOwnInvitation } from '../../support/factories/invitations.js';
import {
  APPLICATION_ANSWERS,
  makeApplicant,
  makeReviewers,
  SUBMIT_APPLICATION,
} from '../../support/factories/applicants-and-reviewers.js';
import { signInAgain, makePerson } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });
beforeAll(async () => {
  await makeReviewers(app);
});

const member = (name = 'ana') => makePerson(app, name, 'member');
const apply = (invitation: string, more = {}) => makeApplicant(app, { invitation, ...more });
const submit = (invitation: string) =>
  apiAs({ app }).raw(SUBMIT_APPLICATION, { input: { ...APPLICATION_ANSWERS, invitation } });
const counted = async (table: string) =>
  (await app.db.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;

describe('an invalid invitation link', () => {
  /** Returns one code for each way in which an invitation ends, and an unknown one. */
  async function overCodes(): Promise<Record<string, string>> {
    const [ana, bea, kim] = [await member(), await member('bea'), await member('kim')];
    const admin = await makePerson(app, 'ad', 'administrator');
    const expired = await createInvitation(await member('eva'));
    app.clock.move(14 * DAY);
    const [used, revoked] = [
      await createInvitation(await signInAgain(ana)),
      await createInvitation(await signInAgain(ana)),
    ];
    const [ofSuspended, ofGone] = [
      await createInvitation(await signInAgain(bea)),
      await createInvitation(await signInAgain(kim)),
    ];
    const ofFormerAdmin = await createInvitation(await signInAgain(admin));
    await apply(used.code);
    await revokeOwnInvitation(await signInAgain(ana), revoked.id);
    await app.db.write(() => app.get(StandingService).suspend(bea.accountId, app.clock.in(DAY)));
    await app.db.query(`update account set standing = 'former' where id = $1`, [kim.accountId]);
    await app.db.query('delete from duty where account_id = $1', [admin.accountId]);
    const codes = { expired, used, revoked, ofSuspended, ofGone, ofFormerAdmin };
    return {
      ...Object.fromEntries(Object.entries(codes).map(([name, { code }]) => [name, code])),
      unknown: 'A'.repeat(43),
      malformed: 'x',
      long: 'y'.repeat(5_000),
    };
  }

  it('gets the same bytes for every reason, on the page and on submission, keeps the typed text and creates nothing', async () => {
    const codes = await overCodes();
    const before = [await counted('account'), await counted('application')];
    const seen = {
      pages: new Set<string>(),
      forms: new Set<string>(),
      graphql: new Set<string>(),
      json: new Set<string>(),
    };
    const said = async (answer: Response) => {
      const headers = [...answer.headers].filter(([name]) => name !== 'date');
      return JSON.stringify([answer.status, headers, await answer.text()]);
    };
    for (const code of Object.values(codes)) {
      const query = new URLSearchParams({ invitation: code }).toString();
      seen.pages.add(await said(await send({ app }, `/es/join?${query}`)));
      const typed = { lang: 'es', name: 'Ñandú', work: 'Telar y radio.', invitation: code };
      seen.forms.add(await said(await sendForm({ app }, '/join', typed)));
      seen.graphql.add(await said(await submit(code)));
      const values = { ...APPLICATION_ANSWERS, invitation: code };
      seen.json.add(await said(await sendJson({ app }, '/join', values)));
    }
    for (const answers of Object.values(seen)) expect(answers.size).toBe(1);
    const [page] = seen.pages;
    const [form] = seen.forms;
    const [graphql] = seen.graphql;
    expect(page).toContain('Este enlace no se puede usar');
    expect(form).toContain('Este enlace de invitación no se puede usar');
    expect(form).toContain('Telar y radio.');
    expect(form).toMatch(/name=\\"invitation\\" value=\\"\\"/);
    expect(graphql).toContain('"invitation\\":\\"invitationOver');
    expect([await counted('account'), await counted('application')]).toEqual(before);
  });

  it('does not prevent the same application without the link', async () => {
    const input = { ...APPLICATION_ANSWERS, invitation: 'A'.repeat(43) };
    expect(await apiAs({ app }).code(SUBMIT_APPLICATION, { input })).toBe('INVALID');
    expect(
      await apiAs({ app }).code(SUBMIT_APPLICATION, { input: { ...input, invitation: null } }),
    ).toBe('OK');
  });
});

async function standing(client: Client): Promise<number> {
  const sql = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  // PostgreSQL caches activity statistics per transaction.
  await client.query('select pg_stat_clear_snapshot()');
  return (await client.query(sql)).rowCount ?? 0;
}

it('exactly one of thirty concurrent applications with the same invitation link is accepted', async () => {
  const { id, code } = await createInvitation(await member());
  const before = await counted('application');
  // Locks the invitation until several requests wait for it, so that they are concurrent.
  const client = await app.db.connect();
  await client.query('begin');
  await client.query('select 1 from invitation where id = $1 for update', [id]);
  const sending = Array.from({ length: 30 }, () => submit(code));
  while ((await standing(client)) < 5) await wait(10);
  await client.query('commit');
  await client.end();
  const answers = await Promise.all(sending);
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(texts.filter((text) => text.includes('words'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('invitationOver'))).toHaveLength(29);
  expect(await counted('application')).toBe(before + 1);
});

it('an application sent again after a lost answer is the same application, not a second use of the link', async () => {
  const { code } = await createInvitation(await member());
  const input = { ...APPLICATION_ANSWERS, invitation: code, sendKey: crypto.randomUUID() };
  const before = await counted('application');
  for (const _twice of [1, 2])
    expect(await apiAs({ app }).code(SUBMIT_APPLICATION, { input })).toBe('OK');
  expect(
    await apiAs({ app }).code(SUBMIT_APPLICATION, {
      input: { ...input, sendKey: crypto.randomUUID() },
    }),
  ).toBe('INVALID');
  expect(await counted('application')).toBe(before + 1);
});
