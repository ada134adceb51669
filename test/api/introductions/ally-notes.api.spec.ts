import { DAY } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import type { VisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { readEverything } from '../../support/matrix/crawler.js';
import { extendSessions, makeVisiblePair } from '../../support/factories/introductions.js';
import { makeAllies } from '../../support/factories/two-person-acts.js';
import type { Person } from '../../support/factories/make-people.js';

const app = useApp({ TRAMA_WORKER: '0' });

const NOBODY = '3f1d2c3b-0000-4000-8000-000000000000';
const SET = `mutation ($input: AllyNoteInput!) { setAllyNote(input: $input) { text version } }`;
const READ = `query ($id: ID!) { allyNote(personId: $id) { text version } }`;
const END = 'mutation ($id: ID!) { endAlliance(personId: $id) }';
const CANARY = 'qznotaqz: prefiere que le escriban de noche';

async function allies() {
  const there = await makeVisiblePair(app);
  await makeAllies(app, there.ada, there.ben);
  return there;
}
const set = async (who: Person, { personId }: VisibleProfile, text: string, version = 0) =>
  (await apiAs(who).ask(SET, { input: { personId, text, version } })).setAllyNote;
const read = async (who: Person, { personId: id }: VisibleProfile) =>
  (await apiAs(who).ask(READ, { id })).allyNote;
const rows = (who: Person) =>
  app.db.query<{ text: Buffer }>('select text from ally_note where account_id = $1', [
    who.accountId,
  ]);

it('an ally note is stored sealed, in versions, and can be restored or emptied', async () => {
  const { ada, benShown } = await allies();
  expect(await read(ada, benShown)).toEqual({ text: '', version: 0 });
  expect(await set(ada, benShown, CANARY)).toEqual({ text: CANARY, version: 1 });
  await expect(set(ada, benShown, 'otra')).rejects.toMatchObject({
    code: 'CONFLICT',
    reason: 'allyNote.changedMeanwhile',
  });
  expect(await set(ada, benShown, 'otra', 1)).toEqual({ text: 'otra', version: 2 });
  expect(await set(ada, benShown, CANARY, 2)).toMatchObject({ version: 3 });
  const [row] = await rows(ada);
  expect(row!.text.toString('latin1')).not.toContain('qznotaqz');
  expect(await set(ada, benShown, '', 3)).toEqual({ text: '', version: 4 });
  const long = { personId: benShown.personId, text: 'x'.repeat(2_001), version: 4 };
  expect(await apiAs(ada).code(SET, { input: long })).toBe('INVALID');
});

it('an ally note is readable only by its writer, not by the ally, and not searchable', async () => {
  const { ada, ben, eve, adaShown, benShown } = await allies();
  await set(ada, benShown, CANARY);
  for (const who of [ben, eve]) {
    expect(await readEverything(who, ['qznotaqz'])).not.toContain('de noche');
  }
  expect(await read(ben, adaShown)).toEqual({ text: '', version: 0 });
  const found = await apiAs(ada).raw('{ people(words: "qznotaqz") { items { id } } }');
  expect(await found.text()).not.toContain(benShown.personId);
  const answers = [];
  for (const id of [benShown.personId, NOBODY]) {
    answers.push(await (await apiAs(eve).raw(READ, { id })).text());
    answers.push(
      await (await apiAs(eve).raw(SET, { input: { personId: id, text: 'x', version: 0 } })).text(),
    );
  }
  expect(answers[0]).toContain('NOT_FOUND');
  expect(answers.slice(0, 2)).toEqual(answers.slice(2));
});

it('an ally note is in the data export of its writer alone', async () => {
  const { ada, ben, benShown } = await allies();
  await set(ada, benShown, CANARY);
  const exports = app.get(DataExportService);
  expect(await exports.read(ada.accountId)).toMatchObject({ allyNotes: [{ text: CANARY }] });
  expect(JSON.stringify(await exports.read(ben.accountId))).not.toContain('qznotaqz');
});

it('an ally note is hidden when the alliance ends, reappears if the alliance is renewed, and is deleted thirty days after its end', async () => {
  const { ada, ben, adaShown, benShown } = await allies();
  await set(ada, benShown, CANARY);
  await apiAs(ben).ask(END, { id: adaShown.personId });
  expect(await apiAs(ada).code(READ, { id: benShown.personId })).toBe('NOT_FOUND');
  app.clock.move(29 * DAY);
  await app.get(RetentionService).run('allyNote');
  expect(await rows(ada)).toHaveLength(1);
  await extendSessions(ada);
  await makeAllies(app, ada, ben);
  expect(await read(ada, benShown)).toMatchObject({ text: CANARY });
  await apiAs(ada).ask(END, { id: benShown.personId });
  app.clock.move(31 * DAY);
  await app.get(RetentionService).run('allyNote');
  expect(await rows(ada)).toEqual([]);
  app.clock.move(-60 * DAY);
});

it('an ally note is deleted with the account of either ally', async () => {
  const [first, second] = [await allies(), await allies()];
  await set(first.ada, first.benShown, CANARY);
  await set(second.ada, second.benShown, CANARY);
  await app.db.query('delete from account where id = any($1)', [
    [first.ada.accountId, second.ben.accountId],
  ]);
  expect(await rows(first.ada)).toEqual([]);
  expect(await rows(second.ada)).toEqual([]);
});
