import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { FilesService } from '#files/files.service.js';
import { HOUR } from '#kernel/clock.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import {
  setAudience,
  BLOCK_PROFILE,
  makeVisibleProfile,
} from '../../support/factories/visible-profiles.js';
import { MembershipsService } from '#members/memberships.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester, send } from '../../support/app/client.js';
import { factories } from '../../support/factories/factories.js';
import {
  PICTURE_CANARY,
  storedFilePaths,
  webpChunks,
  picturesWithCanary,
  pngOfColour,
  uploadPicture,
  uploadPersonaPicture,
} from '../../support/app/test-pictures.js';
import { type Person, makePerson, makePeople } from '../../support/factories/make-people.js';

const SET = 'mutation ($input: PersonaInput!) { setPersona(input: $input) }';
const REMOVE = 'mutation ($id: ID!) { removePersonaPicture(membershipId: $id) }';
const LEAVE = 'mutation ($id: ID!) { leaveGroup(membershipId: $id) }';
const MEMBERS =
  'query ($id: ID!) { groupMembers(groupId: $id) { items { id name avatar personId } } }';
const FACES =
  'query ($ids: [ID!]!) { faces(ids: $ids) { id personId avatar personaPicture colour } }';
const SEEN = 'query ($id: ID!) { seenInGroup(groupId: $id) { avatar } }';

const app = useApp();
afterEach(async () => {
  await app.db.query('delete from account');
  app.clock.move(2 * HOUR);
  await app.get(FilesService).sweep();
  expect(storedFilePaths({ app })).toEqual([]);
});

const look = (who: Requester, name: string, of = 'persona', size = '96') =>
  send(who, `/files/${of}/${name}/${size}`);
const bytesOf = async (who: Requester, name: string, of = 'persona') =>
  Buffer.from(await (await look(who, name, of)).arrayBuffer());
const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const named = (who: Person, membershipId: string, name: string | null) =>
  apiAs(who).ask(SET, { input: { membershipId, name } });

/** Returns the current id of a membership whose id changed with its persona. */
const current = ({ accountId }: Person, id: string) =>
  app.get(MembershipsService).current(accountId, id);

async function aPersona() {
  const people = await makePeople(app, {
    ana: 'steward',
    luz: 'member',
    ben: 'member',
    eve: 'member',
  });
  const { ana, luz, ben } = people;
  for (const one of Object.values(people)) await makeVisibleProfile(one);
  const group = await factories.group(app, { steward: ana, members: [ben] });
  const plain = await factories.membership(app, { group, person: luz });
  await named(luz, plain.id, 'Garza Blanca');
  const id = await current(luz, plain.id);
  const shownTo = async (who: Person) => {
    const { groupMembers } = await apiAs(who).ask(MEMBERS, { id: group.id });
    const now = await current(luz, id);
    return groupMembers.items.find((one: { id: string }) => one.id === now)?.avatar;
  };
  return { ...people, group, id, shownTo };
}
const put = async (who: Person, id: string, colour = '#2f6b4f') =>
  (await uploadPersonaPicture(who, id, await pngOfColour(colour))).avatar!;

it('a persona picture is shown only to its group, and is answered like an unknown picture to other viewers', async () => {
  const { ana, luz, ben, eve, group, id, shownTo } = await aPersona();
  const name = await put(luz, id);
  for (const who of [ana, ben, luz]) {
    expect(await shownTo(who)).toBe(name);
    expect((await look(who, name)).status).toBe(200);
  }
  expect((await apiAs(luz).ask(SEEN, { id: group.id })).seenInGroup.avatar).toBe(name);
  const said = async (answer: Response) => [answer.status, await answer.text()];
  const absent = await said(await look(eve, 'f'.repeat(32)));
  expect(absent).toEqual([404, '{"code":"NOT_FOUND"}']);
  expect(await said(await look(eve, name))).toEqual(absent);
  // The endpoint of profile pictures serves no persona picture, even to its owner. The endpoint of persona pictures
  // serves no profile picture.
  for (const who of [luz, ana]) expect(await said(await look(who, name, 'avatar'))).toEqual(absent);
  const { avatar } = await uploadPicture(luz, await pngOfColour('#a03020'));
  expect(await said(await look(ana, avatar!))).toEqual(absent);
  await apiAs(ben).ask(LEAVE, {
    id: (await apiAs(ben).ask(MEMBERS, { id: group.id })).groupMembers.items.find(({ name }) =>
      name.startsWith('ben'),
    )!.id,
  });
  expect(await said(await look(ben, name))).toEqual(absent);
  for (const kind of ['applicant', 'suspended', 'auditor', 'administrator'] as const) {
    const who = await makePerson(app, kind, kind);
    expect((await look(who, name)).status).toBe(403);
    expect((await uploadPersonaPicture(who, id, await pngOfColour('#111'))).status).toBe(403);
  }
  expect((await look({ app }, name)).status).toBe(401);
});

it("the query `faces` returns the profile picture where the viewer may see it, and a persona's own picture", async () => {
  const { ana, luz, ben, eve, id } = await aPersona();
  const picture = await put(luz, id);
  const { avatar } = await uploadPicture(ben, await pngOfColour('#a03020'));
  await app.db.query(
    `update profile_field set text = '4', audience = 'members' where kind = 'colour' and account_id = $1`,
    [ben.accountId],
  );
  const idOf = async (who: Person, kind: string) => {
    const [row] = await app.db.query<{ id: string }>(
      `select id from ${kind} where account_id = $1 ${kind === 'membership' ? 'and ended_at is null' : ''}`,
      [who.accountId],
    );
    return row!.id;
  };
  const [luzHere, bens, benHere] = [
    await current(luz, id),
    await idOf(ben, 'profile'),
    await idOf(ben, 'membership'),
  ];
  const ids = [luzHere, bens, benHere, crypto.randomUUID(), 'no-id'];
  const seenBy = async (who: Person) => {
    const { faces } = await apiAs(who).ask(FACES, { ids });
    return Object.fromEntries(faces.map(({ id, ...face }: { id: string }) => [id, face]));
  };
  const none = { personId: null, avatar: null, personaPicture: null, colour: null };
  const face = { ...none, personId: bens, avatar, colour: '4' };
  expect(await seenBy(ana)).toEqual({
    [luzHere!]: { ...none, personaPicture: picture },
    ...{ [bens]: face, [benHere]: face },
  });
  expect(await seenBy(eve)).toEqual({ [bens]: face });

  await setAudience(ben, 'onlyMe', ['avatar']);
  expect(await seenBy(eve)).toEqual({ [bens]: { ...face, avatar: null } });
  expect((await seenBy(ben))[bens]).toEqual(face);
  await apiAs(ben).ask(BLOCK_PROFILE, { id: await idOf(ana, 'profile') });
  expect(await seenBy(ana)).toEqual({
    [luzHere!]: { ...none, personaPicture: picture },
    [benHere]: none,
  });
  expect(await apiAs(ana).code(FACES, { ids: Array(101).fill(bens) })).toBe('INVALID');
});

it('a persona picture can be set and removed only by its owner, and only while they have a persona', async () => {
  const { ana, luz, ben, eve, id, group, shownTo } = await aPersona();
  const name = await put(luz, id);
  const bytes = await pngOfColour('#334455');
  expect(await uploadPersonaPicture(ana, id, bytes)).toMatchObject({
    status: 403,
    code: 'FORBIDDEN',
  });
  for (const other of [eve]) {
    expect(await uploadPersonaPicture(other, id, bytes)).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
    expect(await apiAs(other).code(REMOVE, { id })).toBe('NOT_FOUND');
  }
  expect(await apiAs(ben).code(REMOVE, { id })).toBe('FORBIDDEN');
  expect((await uploadPersonaPicture(luz, 'x', bytes)).status).toBe(404);
  expect(await shownTo(ana)).toBe(name);
  const plain = (await apiAs(ben).ask(MEMBERS, { id: group.id })).groupMembers.items;
  const bens = plain.find((one: { name: string }) => one.name.startsWith('ben'))!.id;
  expect(await uploadPersonaPicture(ben, bens, bytes)).toMatchObject({
    status: 409,
    reason: 'persona.none',
  });
  const next = await put(luz, id, '#123456');
  expect((await look(ana, name)).status).toBe(404);
  expect(storedFilePaths({ app })).toEqual([`${next}-256`, `${next}-96`]);
  await apiAs(luz).ask(REMOVE, { id });
  expect(await shownTo(ana)).toBeNull();
  expect(storedFilePaths({ app })).toEqual([]);
});

it('a persona picture is deleted with the persona, the membership or the account', async () => {
  const { luz, ana, id, shownTo, group } = await aPersona();
  await put(luz, id);
  await named(luz, id, 'Garza Gris');
  expect(await shownTo(ana)).toEqual(expect.any(String));
  await named(luz, id, null);
  expect([await shownTo(ana), storedFilePaths({ app })]).toEqual([null, []]);
  await named(luz, id, 'Garza Blanca');
  await put(luz, id);
  await apiAs(luz).ask(LEAVE, { id: await current(luz, id) });
  expect(storedFilePaths({ app })).toEqual([]);
  const again = await factories.membership(app, { group, person: luz });
  await named(luz, again.id, 'Otra Ave');
  const name = await put(luz, again.id);
  await app.get(FilesService).sweep();
  app.clock.move(2 * HOUR);
  await app.get(FilesService).sweep();
  expect(storedFilePaths({ app })).toEqual([`${name}-256`, `${name}-96`]);
  const { personaPictures } = await app.get(DataExportService).read(luz.accountId);
  const [one] = personaPictures as { membership_id: string; base64: string }[];
  expect(one!.membership_id).toBe(await current(luz, again.id));
  expect(webpChunks(Buffer.from(one!.base64, 'base64'))).toEqual(['VP8 ']);
  await app.db.write(() => app.get(AccountDeletionService).end(luz.accountId));
  expect(storedFilePaths({ app })).toEqual([]);
});

it('a persona picture is re-encoded without the metadata of its file', async () => {
  const { luz, ana, id } = await aPersona();
  for (const [type, bytes] of await picturesWithCanary()) {
    const { status, avatar } = await uploadPersonaPicture(luz, id, bytes);
    expect({ type, status }).toEqual({ type, status: 200 });
    const drawn = await bytesOf(ana, avatar!);
    expect([type, drawn.includes(PICTURE_CANARY), webpChunks(drawn)]).toEqual([
      type,
      false,
      ['VP8 '],
    ]);
  }
});

it('a picture is rejected if its account already uses it under another name, in either order of the uploads', async () => {
  const { luz, ana, id } = await aPersona();
  const scene = (quality: number, size: number) =>
    sharp({ create: { width: 8, height: 8, channels: 3, background: '#77aacc' } })
      .composite([
        {
          input: { create: { width: 4, height: 5, channels: 3, background: '#402010' } },
          left: 1,
          top: 2,
        },
      ])
      .resize(size, size)
      .jpeg({ quality })
      .toBuffer();
  const refused = { status: 400, code: 'INVALID', reason: 'upload.usedElsewhere' };
  const { avatar } = await uploadPicture(luz, await scene(90, 600));
  // The same file, and the same picture in another file.
  for (const other of [await scene(90, 600), await scene(40, 300)]) {
    expect(await uploadPersonaPicture(luz, id, other)).toMatchObject(refused);
  }
  const worn = await put(luz, id, '#b08020');
  expect(await uploadPicture(luz, await pngOfColour('#b08020'))).toMatchObject(refused);
  const south = await factories.group(app, { steward: ana });
  const { id: second } = await factories.membership(app, { group: south, person: luz });
  await named(luz, second, 'Martín Pescador');
  expect(await uploadPersonaPicture(luz, second, await pngOfColour('#b08020'))).toMatchObject(
    refused,
  );
  // The same picture may be uploaded again for the same name, and pictures of other accounts do not matter.
  expect((await uploadPersonaPicture(luz, id, await pngOfColour('#b08020'))).status).toBe(200);
  expect((await uploadPicture(luz, await scene(90, 600))).status).toBe(200);
  expect((await uploadPicture(ana, await scene(90, 600))).status).toBe(200);
  expect(storedFilePaths({ app })).not.toContain(`${avatar}-96`);
  expect(storedFilePaths({ app })).not.toContain(`${worn}-96`);
});

it('a persona picture cannot be linked by its bytes: the same file is encoded differently each time', async () => {
  const { luz, ana, id } = await aPersona();
  const file = await pngOfColour('#2f6b4f');
  const sums = new Set<string>();
  const names = new Set<string>();
  for (let at = 0; at < 4; at += 1) {
    const { avatar } = await uploadPicture(luz, file);
    sums.add(sum(await bytesOf(ana, avatar!, 'avatar')));
    await apiAs(luz).ask('mutation { removeAvatar { id } }');
    const { avatar: worn } = await uploadPersonaPicture(luz, id, file);
    const answer = await look(ana, worn!);
    expect(answer.headers.get('etag')).toBeNull();
    sums.add(sum(Buffer.from(await answer.arrayBuffer())));
    await apiAs(luz).ask(REMOVE, { id });
    names.add(avatar!).add(worn!);
  }
  expect([sums.size, names.size]).toEqual([8, 8]);
});
