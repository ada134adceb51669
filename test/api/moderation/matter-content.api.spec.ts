import { SECOND } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import {
  matterDocument,
  APPEAL_NOTICE,
  sanctionReason,
  OPEN_MATTER,
  matterOf,
  MY_NOTICES,
  postText,
  REMOVE_CONTENT,
  reportSubject,
  makeReportedProfile,
  SEPARATE_REPORTED,
  WARN_REPORTED,
} from '../../support/factories/moderation-documents.js';
import { makePerson, type Person, makePeople } from '../../support/factories/make-people.js';

const app = useApp();

const claim = (one: Person, id: string) => apiAs(one).ask(matterDocument('claimMatter'), { id });
const fileOf = async (one: Person, id: string) =>
  (await apiAs(one).ask(OPEN_MATTER, { id })).openMatter;
const noticesOf = async (one: Person) => (await apiAs(one).ask(MY_NOTICES)).myNotices;

it('a line break in a context message cannot imitate a message of another author', async () => {
  const { ada, ben, mo } = await makePeople(app, { ada: 'member', ben: 'member', mo: 'moderator' });
  const group = await factories.group(app, { steward: ada, members: [ben] });
  const { id: channelId } = await factories.channel(app, { group });
  await postText(ada, channelId, 'Hola.\nben: Te voy a encontrar.');
  const reportId = await reportSubject(ada, 'Message', await postText(ben, channelId, 'No.'));
  const id = await matterOf(mo, reportId);
  await claim(mo, id);
  const { reports } = await fileOf(mo, id);
  expect(reports[0].context).toBe('ada: Hola.\n│ ben: Te voy a encontrar.');
});

it('only the recipient sees whether a notice was read', async () => {
  const { ben, mo, id } = await makeReportedProfile(app);
  await claim(mo, id);
  await apiAs(mo).ask(WARN_REPORTED, { input: { matterId: id, ...sanctionReason() } });
  app.clock.move(31 * SECOND);
  const [{ id: noticeId }] = await noticesOf(ben);
  await apiAs(ben).ask('mutation ($id: ID!) { seeNotice(noticeId: $id) { id } }', { id: noticeId });
  expect(await noticesOf(ben)).toMatchObject([{ seenAt: expect.any(String) }]);
  expect((await fileOf(mo, id)).acts).toMatchObject([{ id: noticeId, seenAt: null }]);
});

it('the notice to the reporter of a separated pair is in the matter only after the reporter appeals', async () => {
  const { ada, ben, mo, ma, id, reportId } = await makeReportedProfile(app);
  await app.db.query(`update account set language = 'pt' where id = $1`, [ada.accountId]);
  await claim(mo, id);
  await apiAs(mo).ask(SEPARATE_REPORTED, { input: { reportId, leaving: [], ...sanctionReason() } });
  const [[hers], [his]] = [await noticesOf(ada), await noticesOf(ben)];
  expect((await fileOf(mo, id)).acts).toMatchObject([{ id: his.id }]);
  await apiAs(ada).ask(APPEAL_NOTICE, { input: { noticeId: hers.id, words: 'Já conversamos.' } });
  await claim(ma, id);
  expect((await fileOf(ma, id)).acts).toMatchObject([
    { id: his.id, appeal: null },
    {
      id: hers.id,
      appeal: { words: 'Já conversamos.', viewerCan: expect.arrayContaining(['read', 'hear']) },
    },
  ]);
});

it('ten concurrent requests remove a reported text once, as one sanction', async () => {
  const { ben, mo, reportId, id } = await makeReportedProfile(app);
  await claim(mo, id);
  const input = { reportId, ...sanctionReason() };
  const codes = await Promise.all(
    Array.from({ length: 10 }, () => apiAs(mo).code(REMOVE_CONTENT, { input })),
  );
  expect(codes.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'CONFLICT'), 'OK']);
  expect(await noticesOf(ben)).toHaveLength(1);
  const eve = await makePerson(app, 'eva', 'member');
  expect(await apiAs(eve).code(REMOVE_CONTENT, { input })).toBe('NOT_FOUND');
});

it('a text reported twice is removed once, and again only after a new report', async () => {
  const { ben, benShown, mo, reportId, id } = await makeReportedProfile(app);
  const { eva, ivo } = await makePeople(app, { eva: 'member', ivo: 'member' });
  const second = await reportSubject(eva, 'Profile', benShown.personId);
  await claim(mo, id);
  const input = (of: string) => ({ input: { reportId: of, ...sanctionReason() } });
  const codes = await Promise.all(
    [reportId, second].map((of) => apiAs(mo).code(REMOVE_CONTENT, input(of))),
  );
  expect(codes.toSorted()).toEqual(['CONFLICT', 'OK']);
  await expect(apiAs(mo).ask(REMOVE_CONTENT, input(second))).rejects.toMatchObject({
    reason: 'content.removed',
  });
  const { reports, acts } = await fileOf(mo, id);
  expect(reports).toMatchObject([{ isRemoved: true }, { isRemoved: true }]);
  expect([acts, await noticesOf(ben)]).toEqual([[expect.anything()], [expect.anything()]]);
  app.clock.move(SECOND);
  const third = await reportSubject(ivo, 'Profile', benShown.personId);
  expect((await fileOf(mo, id)).reports[2]).toMatchObject({ isRemoved: false });
  expect(await apiAs(mo).code(REMOVE_CONTENT, input(third))).toBe('OK');
});
