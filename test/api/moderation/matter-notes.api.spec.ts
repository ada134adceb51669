import { AlliancesService } from '#members/relationships/alliances.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, sendJson } from '../../support/app/client.js';
import { TEST_PASSWORD, setTestPassword } from '../../support/app/test-password.js';
import {
  matterDocument,
  OPEN_MATTER,
  makeReportedProfile,
  claimAndSuspend,
} from '../../support/factories/moderation-documents.js';
import type { Person } from '../../support/factories/make-people.js';

const app = useApp();

const NOTE = `mutation ($input: NoteMatterInput!) { noteMatter(input: $input) { body isMine } }`;
const NOTES = OPEN_MATTER.replace('earlierSuspensions', 'notes { body isMine } earlierSuspensions');
const canary = 'Canario de una nota.';
const note = (matterId: string, body = canary) => ({ input: { matterId, body } });
const claim = (one: Person, id: string) => apiAs(one).code(matterDocument('claimMatter'), { id });
const fileOf = async (one: Person, id: string) => (await apiAs(one).ask(NOTES, { id })).openMatter;

it('only the moderator assigned to a matter writes and reads its notes', async () => {
  const { ada, ben, eve, mo, ma, id } = await makeReportedProfile(app);
  await claim(mo, id);
  expect((await fileOf(mo, id)).notes).toEqual([]);
  expect(await apiAs(mo).ask(NOTE, note(id))).toEqual({
    noteMatter: { body: canary, isMine: true },
  });
  for (const one of [ada, ben, eve, ma]) {
    expect(await apiAs(one).code(NOTE, note(id))).toBe('NOT_FOUND');
    expect(await apiAs(one).code(OPEN_MATTER, { id })).toBe('NOT_FOUND');
  }
  expect(await apiAs({ app }).code(NOTE, note(id))).toBe('UNAUTHENTICATED');
  for (const body of [' ', 'x'.repeat(10_000)]) {
    expect(await apiAs(mo).code(NOTE, note(id, body))).toBe('INVALID');
  }
  await apiAs(mo).ask(matterDocument('releaseMatter'), { id });
  expect(await apiAs(mo).code(NOTE, note(id))).toBe('NOT_FOUND');
  await claim(ma, id);
  await apiAs(ma).ask(NOTE, note(id, 'Lo vi también.'));
  const { notes, history } = await fileOf(ma, id);
  expect(notes).toEqual([
    { body: canary, isMine: false },
    { body: 'Lo vi también.', isMine: true },
  ]);
  expect(history).toContainEqual({ action: 'note', isMine: false });
});

it('matter notes are hidden from a moderator with a later conflict of interest, and in no data export of either side or the writer', async () => {
  const { ada, ben, mo, ma, id } = await makeReportedProfile(app);
  await claim(mo, id);
  await apiAs(mo).ask(NOTE, note(id));
  const rows = await app.db.query<{ body: Buffer }>('select body from matter_note');
  expect(rows.some(({ body }) => body.includes(canary))).toBe(false);
  await setTestPassword(app, ada, ben, mo);
  for (const one of [ada, ben, mo]) {
    const answer = await sendJson(one, '/auth/export', { password: TEST_PASSWORD });
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain(canary);
  }
  const acts = '{ actsAboutMe { items { action } } }';
  expect(JSON.stringify(await apiAs(ben).ask(acts))).not.toContain('note');
  await app.db.write(() => app.get(AlliancesService).start(mo.accountId, ben.accountId));
  expect(await apiAs(mo).code(NOTE, note(id))).toBe('NOT_FOUND');
  expect(await claim(ma, id)).toBe('OK');
});

it('matter notes pass to the next assigned moderator, and a closed matter accepts none', async () => {
  const { mo, ma, id } = await makeReportedProfile(app);
  await claimAndSuspend(mo, id);
  await apiAs(mo).ask(NOTE, note(id));
  await apiAs(mo).ask(matterDocument('releaseMatter'), { id });
  await claim(ma, id);
  expect((await fileOf(ma, id)).notes).toEqual([{ body: canary, isMine: false }]);
  await apiAs(ma).ask(matterDocument('closeMatter'), { id });
  expect(await apiAs(ma).code(NOTE, note(id))).toBe('NOT_FOUND');
});
