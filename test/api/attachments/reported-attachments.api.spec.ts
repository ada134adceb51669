import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { DESCRIBE_FILE, postFiles, sendFile } from '../../support/app/upload-files.js';
import { factories } from '../../support/factories/factories.js';
import { pdfWithCanary } from '../../support/app/canary-files.js';
import {
  matterDocument,
  matterOf,
  reportSubject,
} from '../../support/factories/moderation-documents.js';
import { makePerson, type Person, makePeople } from '../../support/factories/make-people.js';

const FILE = `mutation ($id: ID!) { openMatter(matterId: $id) {
  reports { id forwarded files { kind name text } context } } }`;
const AROUND = `query ($id: ID!) { reportContext(messageId: $id) { body fileNames } }`;
const NOT_FOUND = 'NOT_FOUND';

const app = useApp({ TRAMA_WORKER: '0' });
let mo: Person;
beforeAll(async () => {
  mo = await makePerson(app, 'mo', 'moderator');
});

/** Ben posts two documents with descriptions and one without; Eve shares no group with them. */
async function sent() {
  const people = await makePeople(app, { ana: 'steward', ben: 'member', eve: 'member' });
  const { ana, ben } = people;
  const group = await factories.group(app, { steward: ana, members: [ben] });
  const channel = await factories.channel(app, { group });
  const bytes = await pdfWithCanary();
  const file = async (name: string) => (await sendFile(ben, bytes, { name })).id;
  const [one, other] = [await file('amenaza.pdf'), await file('mapa.pdf')];
  await apiAs(ben).ask(DESCRIBE_FILE, { id: one, text: 'Sabemos dónde vives' });
  const { id } = await postFiles(ben, channel.id, [one, other], 'Mira\n└ nada.pdf');
  await apiAs(ana).ask(DESCRIBE_FILE, { id: other, text: 'Un mapa, dice Ana' });
  const next = await postFiles(ben, channel.id, [await file('otra.pdf')]);
  return { ...people, id, next: next.id };
}
const open = async (who: Person, id: string) => (await apiAs(who).ask(FILE, { id })).openMatter;

it('the assigned moderator sees kind, name and description of the files of a reported message', async () => {
  const { ana, ben, eve, id, next } = await sent();
  const reportId = await reportSubject(ana, 'Message', id);
  const matterId = await matterOf(mo, reportId);
  await apiAs(ben).ask('mutation ($id: ID!) { deleteMessage(messageId: $id) { id } }', { id });
  const ma = await makePerson(app, 'ma', 'moderator');
  await apiAs(mo).ask(matterDocument('claimMatter'), { id: matterId });

  const { reports } = await open(mo, matterId);
  expect(reports).toEqual([
    {
      ...{ id: reportId, forwarded: 'Mira\n└ nada.pdf', context: 'ben: \n└ otra.pdf' },
      files: [
        { kind: 'document', name: 'amenaza.pdf', text: 'Sabemos dónde vives' },
        { kind: 'document', name: 'mapa.pdf', text: '' },
      ],
    },
  ]);
  for (const who of [ma, ana, ben, eve])
    expect(await apiAs(who).code(FILE, { id: matterId })).toBe(NOT_FOUND);
  const [{ files }] = (await app.db.query<{ files: Buffer }>(
    'select files from report where id = $1',
    [reportId],
  )) as [{ files: Buffer }];
  expect(files.toString('latin1')).not.toContain('amenaza');

  const nextId = await reportSubject(ana, 'Message', next);
  const all = (await open(mo, matterId)).reports;
  expect(all.find((one: { id: string }) => one.id === nextId)).toMatchObject({
    ...{ forwarded: '', files: [{ kind: 'document', name: 'otra.pdf', text: '' }], context: '' },
  });
});

it('the reporter sees the names of files around the reported message, with a mark that no message text can imitate', async () => {
  const { ana, ben, eve, next } = await sent();
  const { reportContext } = await apiAs(ana).ask(AROUND, { id: next });
  expect(reportContext).toEqual([
    { body: 'Mira\n└ nada.pdf', fileNames: ['amenaza.pdf', 'mapa.pdf'] },
  ]);
  expect(await apiAs(eve).code(AROUND, { id: next })).toBe(NOT_FOUND);
  expect(await apiAs(ben).code(AROUND, { id: next })).toBe('FORBIDDEN');
  const matterId = await matterOf(mo, await reportSubject(ana, 'Message', next));
  await apiAs(mo).ask(matterDocument('claimMatter'), { id: matterId });
  const { reports } = await open(mo, matterId);
  expect(reports[0].context).toBe('ben: Mira\n│ └ nada.pdf\n└ amenaza.pdf\n└ mapa.pdf');
});
