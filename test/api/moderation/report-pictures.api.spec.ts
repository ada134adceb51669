import sharp from 'sharp';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { MembershipsService } from '#members/memberships.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, send } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import {
  storedFilePaths,
  pngOfColour,
  uploadPicture,
  uploadGroupPicture,
  uploadPersonaPicture,
} from '../../support/app/test-pictures.js';
import {
  matterDocument,
  sanctionReason,
  matterOf,
  MY_NOTICES,
  REMOVE_CONTENT,
  REPORT_SUBJECT,
} from '../../support/factories/moderation-documents.js';
import { type Person, makePerson, makePeople } from '../../support/factories/make-people.js';

const SET = 'mutation ($input: PersonaInput!) { setPersona(input: $input) }';
const MEMBER = `query ($id: ID!) { groupMember(membershipId: $id) { name avatar about viewerCan } }`;
const FILE = `mutation ($id: ID!) { openMatter(matterId: $id) {
  reports { id subjectName forwarded picture context knownAs isRemoved } } }`;
const NAME = 'Garza Blanca';

const app = useApp({ TRAMA_WORKER: '0' });
let mo: Person;
beforeAll(async () => {
  mo = await makePerson(app, 'mo', 'moderator');
});

const input = (subjectId: string, subject = 'Membership') => ({
  input: { subject, subjectId, reason: 'hate', note: 'Es un insulto' },
});
const reportIdOf = async ({ accountId }: Person): Promise<string> => {
  const sql = 'select id from report where reporter_id = $1 order by created_at desc limit 1';
  return (await app.db.query<{ id: string }>(sql, [accountId]))[0]!.id;
};
/** Claims the matter and returns the report as its moderator reads it. */
async function opened(reportId: string) {
  const id = await matterOf(mo, reportId);
  await apiAs(mo).ask(matterDocument('claimMatter'), { id });
  const { openMatter } = await apiAs(mo).ask(FILE, { id });
  return openMatter.reports.find((one: { id: string }) => one.id === reportId);
}
const isRed = async (base64: string): Promise<boolean> => {
  const { channels } = await sharp(Buffer.from(base64, 'base64')).stats();
  return channels[0]!.mean > channels[2]!.mean;
};

/** Luz has a persona with a picture in Ana's group; Ben is a member of this group too. */
async function aPersona() {
  const people = await makePeople(app, {
    ...{ ana: 'steward', luz: 'member', ben: 'member', eve: 'member' },
  });
  const { ana, luz, ben } = people;
  const { personId } = await makeVisibleProfile(luz);
  for (const one of [ana, ben, people.eve]) await makeVisibleProfile(one);
  const group = await factories.group(app, { steward: ana, members: [ben] });
  const { id: plain } = await factories.membership(app, { group, person: luz });
  const persona = { name: NAME, about: 'Escribo de noche.' };
  await apiAs(luz).ask(SET, { input: { membershipId: plain, ...persona } });
  const id = await app.get(MembershipsService).current(luz.accountId, plain);
  const worn = async (colour: string) =>
    (await uploadPersonaPicture(luz, id, await pngOfColour(colour))).avatar!;
  const seenBy = async (who: Person) => (await apiAs(who).ask(MEMBER, { id })).groupMember;
  return { ...people, id, personId, worn, seenBy };
}

it('a persona picture can be reported only by a member of the group, and only while it exists', async () => {
  const { ana, luz, ben, eve, id, worn, seenBy } = await aPersona();
  expect((await seenBy(ben)).viewerCan).not.toContain('report');
  expect(await apiAs(ben).code(REPORT_SUBJECT, input(id))).toBe('FORBIDDEN');
  await worn('#a03020');
  expect((await seenBy(ben)).viewerCan).toContain('report');
  expect((await seenBy(luz)).viewerCan).not.toContain('report');
  expect(await apiAs(luz).code(REPORT_SUBJECT, input(id))).toBe('FORBIDDEN');
  for (const who of [eve, mo])
    expect(await apiAs(who).code(REPORT_SUBJECT, input(id))).toBe('NOT_FOUND');
  const unknown = '3f1d2c3b-0000-4000-8000-000000000000';
  expect(await apiAs(ben).code(REPORT_SUBJECT, input(unknown))).toBe('NOT_FOUND');
  for (const who of [ana, ben]) expect(await apiAs(who).code(REPORT_SUBJECT, input(id))).toBe('OK');
  expect(await apiAs(ben).code(REPORT_SUBJECT, input(id))).toBe('CONFLICT');
  await apiAs(ben).ask('mutation ($id: ID!) { leaveGroup(membershipId: $id) }', {
    id: await membershipOf(ben),
  });
  expect(await apiAs(ben).code(REPORT_SUBJECT, input(id))).toBe('NOT_FOUND');
});

it("a reported persona picture is forwarded as it was seen, with the persona's name and without a link to the account", async () => {
  const { luz, ben, id, personId, worn } = await aPersona();
  const name = await worn('#a03020');
  await apiAs(ben).ask(REPORT_SUBJECT, input(id));
  const next = await worn('#123456');
  const file = await opened(await reportIdOf(ben));
  expect(file).toMatchObject({
    ...{ subjectName: 'Membership', forwarded: '', context: '', knownAs: NAME, isRemoved: false },
  });
  // The file shows the reported picture and not the current one.
  expect(await isRed(file!.picture)).toBe(true);
  const said = JSON.stringify(file);
  for (const none of [luz.accountId, luz.name, personId, id, name, next, 'Escribo de noche']) {
    expect(said).not.toContain(none);
  }
  const boxes = await app.db.query<{ picture: Buffer }>(
    'select picture from report where reporter_id = $1',
    [ben.accountId],
  );
  expect(boxes[0]!.picture.includes(Buffer.from(file!.picture, 'base64').subarray(0, 64))).toBe(
    false,
  );
  expect(boxes[0]!.picture.toString('latin1')).not.toContain(file!.picture.slice(0, 40));
});

it('a persona picture is removed alone, with a notice to its owner; their other pictures and names stay', async () => {
  const { luz, ben, id, worn, seenBy } = await aPersona();
  const name = await worn('#a03020');
  const own = (await uploadPicture(luz, await pngOfColour('#2f6b4f'))).avatar!;
  await apiAs(ben).ask(REPORT_SUBJECT, input(id));
  const reportId = await reportIdOf(ben);
  expect(
    await apiAs(mo).code(REMOVE_CONTENT, { input: { reportId, ...sanctionReason() } }),
  ).not.toBe('OK');
  expect(storedFilePaths({ app })).toContain(`${name}-96`);
  const { id: matterId } = { id: await matterOf(mo, reportId) };
  await apiAs(mo).ask(matterDocument('claimMatter'), { id: matterId });
  await apiAs(mo).ask(REMOVE_CONTENT, { input: { reportId, ...sanctionReason() } });

  expect(await seenBy(ben)).toMatchObject({ name: NAME, avatar: null, about: 'Escribo de noche.' });
  expect((await send(ben, `/files/persona/${name}/96`)).status).toBe(404);
  expect(storedFilePaths({ app })).not.toContain(`${name}-96`);
  expect(storedFilePaths({ app })).toContain(`${own}-96`);
  expect(await apiAs(mo).code(REMOVE_CONTENT, { input: { reportId, ...sanctionReason() } })).toBe(
    'CONFLICT',
  );

  const { myNotices } = await apiAs(luz).ask(MY_NOTICES);
  expect(myNotices).toMatchObject([{ kind: 'contentRemoved', reason: 'harassment' }]);
  for (const none of ['Es un insulto', ben.name, ben.accountId]) {
    expect(JSON.stringify(myNotices)).not.toContain(none);
  }
});

it('a new persona picture is a new report, and stays when the reported one is removed', async () => {
  const { ben, id, worn, seenBy } = await aPersona();
  await worn('#a03020');
  await apiAs(ben).ask(REPORT_SUBJECT, input(id));
  const first = await reportIdOf(ben);
  const next = await worn('#123456');
  await apiAs(mo).ask(matterDocument('claimMatter'), { id: await matterOf(mo, first) });
  await apiAs(mo).ask(REMOVE_CONTENT, { input: { reportId: first, ...sanctionReason() } });
  expect((await seenBy(ben)).avatar).toBe(next);
  await apiAs(ben).ask(REPORT_SUBJECT, input(id));
  expect(await apiAs(ben).code(REPORT_SUBJECT, input(id))).toBe('CONFLICT');
  await apiAs(mo).ask(REMOVE_CONTENT, {
    input: { reportId: await reportIdOf(ben), ...sanctionReason() },
  });
  expect((await seenBy(ben)).avatar).toBeNull();
});

it('removing a persona picture changes nothing if its owner has already deleted it', async () => {
  const { luz, ben, id, worn, seenBy } = await aPersona();
  await worn('#a03020');
  await apiAs(ben).ask(REPORT_SUBJECT, input(id));
  await apiAs(luz).ask('mutation ($id: ID!) { removePersonaPicture(membershipId: $id) }', { id });
  const reportId = await reportIdOf(ben);
  expect((await opened(reportId))!.picture).toEqual(expect.any(String));
  await apiAs(mo).ask(REMOVE_CONTENT, { input: { reportId, ...sanctionReason() } });
  expect((await seenBy(ben)).avatar).toBeNull();
});

it('a report of a group forwards its picture as it was seen, and its removal removes the picture with the texts', async () => {
  const { ana, ben, eve } = await makePeople(app, { ana: 'steward', ben: 'member', eve: 'member' });
  const { id, slug } = await factories.group(app, { steward: ana, members: [ben] });
  const put = async (colour: string) =>
    (await uploadGroupPicture(ana, id, await pngOfColour(colour))).picture!;
  const name = await put('#a03020');
  await apiAs(ben).ask(REPORT_SUBJECT, input(id, 'Group'));
  const next = await put('#123456');
  const reportId = await reportIdOf(ben);
  const file = await opened(reportId);
  expect(file).toMatchObject({ subjectName: 'Group', forwarded: 'Un grupo', knownAs: slug });
  expect(await isRed(file!.picture)).toBe(true);
  for (const none of [name, next]) expect(JSON.stringify(file)).not.toContain(none);
  await apiAs(mo).ask(REMOVE_CONTENT, { input: { reportId, ...sanctionReason() } });
  const group = 'query ($slug: String!) { group(slug: $slug) { purpose picture } }';
  expect((await apiAs(eve).ask(group, { slug })).group).toEqual({ purpose: '', picture: null });
  expect((await send(eve, `/files/group/${next}/96`)).status).toBe(404);
  expect(storedFilePaths({ app })).not.toContain(`${next}-96`);
});

it('a report of a profile forwards its picture and texts as far as the reporter sees them', async () => {
  const { ana, luz, ben, personId } = await aPersona();
  const name = (await uploadPicture(luz, await pngOfColour('#2f6b4f'))).avatar!;
  await apiAs(ana).ask(REPORT_SUBJECT, input(personId, 'Profile'));
  const file = await opened(await reportIdOf(ana));
  expect(file!.picture).toEqual(expect.any(String));
  expect(file!.forwarded).toContain(luz.name);
  expect(file!.forwarded).not.toContain(name);
  await app.db.query(
    `update profile_field set audience = 'onlyMe' where kind = 'avatar' and profile_id = $1`,
    [personId],
  );
  await apiAs(ben).ask(REPORT_SUBJECT, input(personId, 'Profile'));
  expect((await opened(await reportIdOf(ben)))!.picture).toBeNull();
});

async function membershipOf({ accountId }: Person): Promise<string> {
  const sql = 'select id from membership where account_id = $1 and ended_at is null';
  return (await app.db.query<{ id: string }>(sql, [accountId]))[0]!.id;
}
