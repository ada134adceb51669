import sharp from 'sharp';
import { FilesService } from '#files/files.service.js';
import { HOUR } from '#kernel/clock.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester, send } from '../../support/app/client.js';
import {
  decompressionBomb,
  PICTURE_CANARY,
  picturesWithCanary,
  pngOfColour,
  storedFilePaths,
  uploadGroupPicture,
  uploadPersonaPicture,
  uploadPicture,
  webpChunks,
} from '../../support/app/test-pictures.js';
import { makeCoalition } from '../../support/factories/coalitions/make-coalitions.js';
import { factories } from '../../support/factories/factories.js';
import { inhabitedGroup, refusalOf } from '../../support/factories/inhabited-group.js';
import {
  HIDDEN_GROUP,
  INVITE_TO_GROUP,
  LEAVE_GROUP,
} from '../../support/factories/group-documents.js';
import { type Person, makePerson, makePeople } from '../../support/factories/make-people.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';

const REMOVE = 'mutation ($id: ID!) { removeGroupPicture(groupId: $id) { id picture } }';
const GROUP = 'query ($slug: String!) { group(slug: $slug) { picture } }';
const MINE = '{ myGroups { id picture } }';
const CHANNELS = '{ channels { group { id picture } } }';
const LISTED = '{ groups { items { id picture } } }';
const LINK = 'mutation ($id: ID!) { makeGroupLink(groupId: $id) { token } }';
const SET_PERSONA = 'mutation ($input: PersonaInput!) { setPersona(input: $input) }';

const app = useApp({ TRAMA_WORKER: '0' });
beforeEach(() => app.db.query('delete from rate_limit'));

const look = (who: Requester, name: string, of = 'group', size = '96') =>
  send(who, `/files/${of}/${name}/${size}`);
const answerOf = async (answer: Response) => [answer.status, await answer.text()];
const ABSENT = [404, '{"code":"NOT_FOUND"}'];
const put = async (who: Person, groupId: string, colour = '#2f6b4f') =>
  (await uploadGroupPicture(who, groupId, await pngOfColour(colour))).picture!;
const membershipOf = async ({ accountId }: Person, groupId: string): Promise<string> => {
  const sql =
    'select id from membership where account_id = $1 and group_id = $2 and ended_at is null';
  return (await app.db.query<{ id: string }>(sql, [accountId, groupId]))[0]!.id;
};

/** Ana is steward, Ben is a member, Eve is not in the group. */
async function aGroup(parts: object = {}) {
  const people = await makePeople(app, { ana: 'steward', ben: 'member', eve: 'member' });
  const group = await factories.group(app, {
    ...{ steward: people.ana, members: [people.ben] },
    ...parts,
  });
  return { ...people, group };
}

it('every member sees the picture of a listed group, on its page and in each list', async () => {
  const { ana, ben, eve, group } = await aGroup();
  await factories.channel(app, { group });
  const picture = await put(ana, group.id);
  expect(picture).toMatch(/^[0-9a-f]{32}$/);
  for (const who of [ana, ben, eve]) {
    expect((await apiAs(who).ask(GROUP, { slug: group.slug })).group).toEqual({ picture });
    expect((await apiAs(who).ask(LISTED)).groups.items).toContainEqual({ id: group.id, picture });
    for (const size of ['96', '256']) {
      const answer = await look(who, picture, 'group', size);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('etag')).toBeNull();
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: Number(size) });
    }
  }
  expect((await apiAs(ben).ask(MINE)).myGroups).toEqual([{ id: group.id, picture }]);
  expect((await apiAs(ben).ask(CHANNELS)).channels).toEqual([{ group: { id: group.id, picture } }]);
  expect(await answerOf(await look(ana, picture, 'group', '512'))).toEqual(ABSENT);
  // The endpoints of other pictures serve no picture of a group, and the reverse.
  for (const kind of ['avatar', 'persona'])
    expect(await answerOf(await look(ana, picture, kind))).toEqual(ABSENT);
  const { avatar } = await uploadPicture(ana, await pngOfColour('#a03020'));
  expect(await answerOf(await look(ana, avatar!))).toEqual(ABSENT);
  for (const kind of ['applicant', 'suspended', 'auditor', 'administrator'] as const) {
    const who = await makePerson(app, kind, kind);
    expect((await look(who, picture)).status).toBe(403);
    expect((await uploadGroupPicture(who, group.id, await pngOfColour('#111'))).status).toBe(403);
  }
  expect((await look({ app }, picture)).status).toBe(401);
});

it('the picture of a hidden group is absent for everybody who is not in it or invited', async () => {
  const { ana, ben, eve, group } = await aGroup(HIDDEN_GROUP);
  const { guest, holder } = await makePeople(app, { guest: 'member', holder: 'member' });
  const { personId } = await makeVisibleProfile(guest);
  const picture = await put(ana, group.id);
  const absent = await answerOf(await look(eve, 'f'.repeat(32)));
  expect(absent).toEqual(ABSENT);
  const { token } = (await apiAs(ana).ask(LINK, { id: group.id })).makeGroupLink;
  const linked = 'query ($token: String!) { linkedGroup(token: $token) { name } }';
  expect(await apiAs(holder).code(linked, { token })).toBe('OK');
  for (const who of [eve, guest, holder])
    expect(await answerOf(await look(who, picture))).toEqual(absent);
  await apiAs(ana).ask(INVITE_TO_GROUP, { groupId: group.id, personId });
  for (const who of [ana, ben, guest]) expect((await look(who, picture)).status).toBe(200);
  await apiAs(ben).ask(LEAVE_GROUP, { id: await membershipOf(ben, group.id) });
  expect(await answerOf(await look(ben, picture))).toEqual(absent);
});

it('only a steward sets and removes the picture; a hidden group answers like an unknown one', async () => {
  const { ana, ben, eve, group } = await aGroup(HIDDEN_GROUP);
  const picture = await put(ana, group.id);
  const bytes = await pngOfColour('#334455');
  expect(await uploadGroupPicture(ben, group.id, bytes)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await apiAs(ben).code(REMOVE, { id: group.id })).toBe('FORBIDDEN');
  for (const id of [group.id, crypto.randomUUID(), 'x']) {
    expect(await uploadGroupPicture(eve, id, bytes)).toEqual({ status: 404, code: 'NOT_FOUND' });
    expect(await apiAs(eve).code(REMOVE, { id })).toBe('NOT_FOUND');
  }
  expect((await apiAs(ben).ask(GROUP, { slug: group.slug })).group).toEqual({ picture });
  expect(storedFilePaths({ app })).toContain(`${picture}-96`);
});

it('a new picture replaces the file of the old one, and removing deletes the file', async () => {
  const { ana, ben, group } = await aGroup();
  const files = () => storedFilePaths({ app });
  const first = await put(ana, group.id);
  const next = await put(ana, group.id, '#123456');
  expect((await look(ben, first)).status).toBe(404);
  expect(files().filter((path) => path.startsWith(first))).toEqual([]);
  expect(files()).toEqual(expect.arrayContaining([`${next}-256`, `${next}-96`]));
  app.clock.move(2 * HOUR);
  await app.get(FilesService).sweep();
  expect(files()).toContain(`${next}-96`);
  const removed = { id: group.id, picture: null };
  for (let times = 0; times < 2; times += 1)
    expect((await apiAs(ana).ask(REMOVE, { id: group.id })).removeGroupPicture).toEqual(removed);
  expect(files().filter((path) => path.startsWith(next))).toEqual([]);
  expect((await look(ben, next)).status).toBe(404);
});

it('the sweep keeps the picture of a group without a steward', async () => {
  const { ana, ben, group } = await aGroup();
  const picture = await put(ana, group.id);
  await app.db.query(`update membership set role = 'member' where group_id = $1`, [group.id]);
  app.clock.move(2 * HOUR);
  await app.get(FilesService).sweep();
  expect(storedFilePaths({ app })).toContain(`${picture}-96`);
  expect((await look(ben, picture)).status).toBe(200);
});

it('the picture is re-encoded without the metadata of its file, and other formats are refused', async () => {
  const { ana, ben, group } = await aGroup();
  for (const [type, bytes] of await picturesWithCanary()) {
    const { status, picture } = await uploadGroupPicture(ana, group.id, bytes);
    expect({ type, status }).toEqual({ type, status: 200 });
    const drawn = Buffer.from(await (await look(ben, picture!)).arrayBuffer());
    const found = [type, drawn.includes(PICTURE_CANARY), webpChunks(drawn)];
    expect(found).toEqual([type, false, ['VP8 ']]);
  }
  const { picture } = (await apiAs(ben).ask(GROUP, { slug: group.slug })).group;
  const refused = { status: 400, code: 'INVALID' };
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  expect(await uploadGroupPicture(ana, group.id, svg)).toEqual({
    ...{ ...refused, reason: 'upload.notAPicture' },
  });
  expect(await uploadGroupPicture(ana, group.id, decompressionBomb())).toEqual({
    ...{ ...refused, reason: 'upload.unreadable' },
  });
  expect((await apiAs(ben).ask(GROUP, { slug: group.slug })).group).toEqual({ picture });
});

it('a steward cannot show one picture under their names and for their group, in either order', async () => {
  const { ana, ben, group } = await aGroup();
  for (const one of [ana, ben]) await makeVisibleProfile(one);
  const [leaf, clay, sea] = await Promise.all(['#77aacc', '#b08020', '#402010'].map(pngOfColour));
  await uploadPicture(ana, leaf!);
  const north = await factories.group(app, { steward: ben });
  const { id: membershipId } = await factories.membership(app, { group: north, person: ana });
  await apiAs(ana).ask(SET_PERSONA, { input: { membershipId, name: 'Garza Blanca' } });
  const worn = await membershipOf(ana, north.id);
  await uploadPersonaPicture(ana, worn, clay!);
  const used = { status: 400, code: 'INVALID', reason: 'upload.usedElsewhere' };
  for (const bytes of [leaf!, clay!])
    expect(await uploadGroupPicture(ana, group.id, bytes)).toEqual(used);
  expect((await uploadGroupPicture(ana, group.id, sea!)).status).toBe(200);
  expect(await uploadPicture(ana, sea!)).toEqual(used);
  expect(await uploadPersonaPicture(ana, worn, sea!)).toEqual(used);
  // Members who are no steward may use it, and another group may have it, too.
  expect((await uploadPicture(ben, sea!)).status).toBe(200);
  const south = await factories.group(app, { steward: ana });
  expect((await uploadGroupPicture(ana, south.id, sea!)).status).toBe(200);
});

it('an archived group takes no picture and keeps the one that it has', async () => {
  const { ste, ben, out, group, archive } = await inhabitedGroup(app);
  const picture = await put(ste, group.id);
  expect((await look(out, picture)).status).toBe(200);
  await archive();
  const bytes = await pngOfColour('#334455');
  expect(await uploadGroupPicture(ste, group.id, bytes)).toMatchObject({
    ...{ status: 403, reason: 'group.archived' },
  });
  expect(await refusalOf(apiAs(ste).ask(REMOVE, { id: group.id }))).toBe('group.archived');
  expect((await look(ben, picture)).status).toBe(200);
  expect(await answerOf(await look(out, picture))).toEqual(ABSENT);
});

it('a coalition has no picture, and does not show that of a participant under a chosen name', async () => {
  const { ana, eve, group } = await aGroup();
  const picture = await put(ana, group.id);
  const coalition = await makeCoalition(app, {
    ...{ founder: ana, party: { groupId: group.id }, shownName: 'Orilla' },
  });
  expect(await uploadGroupPicture(ana, coalition.id, await pngOfColour('#334455'))).toEqual({
    ...{ status: 404, code: 'NOT_FOUND' },
  });
  expect(await apiAs(ana).code(REMOVE, { id: coalition.id })).toBe('NOT_FOUND');
  const read = `query ($slug: String!) {
    group(slug: $slug) { picture participants { id name group { id picture } } } }`;
  const seen = await apiAs(eve).ask(read, { slug: coalition.slug });
  expect(seen.group).toMatchObject({
    picture: null,
    participants: [{ name: 'Orilla', group: null }],
  });
  expect(JSON.stringify(seen)).not.toContain(picture);
});
