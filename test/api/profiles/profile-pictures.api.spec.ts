import { gzipSync } from 'node:zlib';
import { BlocksService } from '#members/relationships/blocks.service.js';
import { FilesService } from '#files/files.service.js';
import { HOUR } from '#kernel/clock.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { ProfileContentRemovalService } from '#profiles/profile-content-removal.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { setAudience, makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester, send } from '../../support/app/client.js';
import {
  PICTURE_CANARY,
  rotatedPicture,
  storedFilePaths,
  webpChunks,
  greenPicture,
  redOfEdgeRows,
  picturesWithCanary,
  uploadPicture,
} from '../../support/app/test-pictures.js';
import { type Person, makePerson, makePeople } from '../../support/factories/make-people.js';

const PERSON = `query ($id: ID!) { person(id: $id) { avatar } }`;
const REMOVE = `mutation { removeAvatar { text } }`;

describe('a profile picture', () => {
  const app = useApp();
  afterEach(async () => {
    await app.db.query('delete from account');
    app.clock.move(2 * HOUR);
    await app.get(FilesService).sweep();
    expect(storedFilePaths({ app })).toEqual([]);
  });

  const look = (who: Requester, name: string, size = '96') =>
    send(who, `/files/avatar/${name}/${size}`);
  /** Returns the whole answer without its date header. */
  const said = async (answer: Response) => ({
    status: answer.status,
    headers: [...answer.headers].filter(([name]) => name !== 'date'),
    body: await answer.text(),
  });
  const put = async (who: Person) =>
    (await uploadPicture(who, await greenPicture().png().toBuffer())).avatar!;
  it('is rejected in a body with a Content-Encoding (415)', async () => {
    const { ada } = await makePeople(app, { ada: 'member' });
    const bytes = gzipSync(await greenPicture().png().toBuffer());
    for (const body of [bytes, bytes.subarray(0, 40), Buffer.from('not gzip')]) {
      const answer = await uploadPicture(ada, body, { 'content-encoding': 'gzip' });
      expect(answer).toMatchObject({ status: 415, code: 'INVALID' });
    }
  });

  const three = async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'outsider' });
    const { personId: id } = await makeVisibleProfile(ada);
    await makeVisibleProfile(eve);
    return { ada, eve, id, name: await put(ada) };
  };

  it('is re-encoded as two squares without the metadata of its file', async () => {
    const { ada, eve, id } = await three();
    for (const [type, bytes] of await picturesWithCanary()) {
      expect(bytes.toString('latin1').split(PICTURE_CANARY).length).toBeGreaterThan(
        type === 'gif' ? 2 : 3,
      );
      const { status, avatar } = await uploadPicture(ada, bytes);
      expect({ type, status }).toEqual({ type, status: 200 });
      expect((await apiAs(eve).ask(PERSON, { id })).person.avatar).toBe(avatar);
      for (const size of ['256', '96']) {
        const answer = await look(eve, avatar!, size);
        const drawn = Buffer.from(await answer.arrayBuffer());
        expect(answer.headers.get('content-type')).toBe('image/webp');
        expect(drawn.includes(PICTURE_CANARY)).toBe(false);
        expect({ type, parts: webpChunks(drawn) }).toEqual({ type, parts: ['VP8 '] });
      }
      expect(storedFilePaths(ada)).toEqual([`${avatar}-256`, `${avatar}-96`]);
    }
  });

  it('is rotated as its metadata says', async () => {
    const { ada } = await three();
    const { avatar } = await uploadPicture(ada, await rotatedPicture());
    const drawn = Buffer.from(await (await look(ada, avatar!)).arrayBuffer());
    const [top, bottom] = await redOfEdgeRows(drawn);
    expect(top).toBeGreaterThan(200);
    expect(bottom).toBeLessThan(50);
  });

  it('is visible to the audience of its field, and is answered like an unknown picture to other viewers', async () => {
    const { ada, eve, id, name } = await three();
    expect((await look(eve, name)).status).toBe(200);
    const random = 'f'.repeat(32);
    const absent = await said(await look(eve, random));
    expect(absent).toMatchObject({ status: 404, body: '{"code":"NOT_FOUND"}' });
    const closed = async () => expect(await said(await look(eve, name))).toEqual(absent);
    await setAudience(ada, 'onlyMe', ['avatar']);
    await closed();
    expect((await apiAs(eve).ask(PERSON, { id })).person.avatar).toBeNull();
    expect((await look(ada, name)).status).toBe(200);
    await setAudience(ada, 'members', ['avatar']);
    expect((await look(eve, name)).status).toBe(200);
    await app.db.write(() => app.get(BlocksService).block(ada.accountId, eve.accountId));
    await closed();
    for (const other of ['../..', 'x', '%00', name.toUpperCase(), `${name}0`, id]) {
      expect((await look(ada, other)).status).toBeGreaterThanOrEqual(400);
    }
    expect((await said(await look(ada, name, '97'))).body).toBe(absent.body);
  });

  it('is served with headers that prevent execution and caching', async () => {
    const { eve, name } = await three();
    const { headers } = await look(eve, name);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': 'attachment; filename="avatar.webp"',
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it("can be uploaded and seen only by members with a session, from the web app's own origin", async () => {
    const { ada, name } = await three();
    const bytes = await greenPicture().png().toBuffer();
    for (const kind of ['applicant', 'suspended', 'auditor', 'administrator'] as const) {
      const who = await makePerson(app, kind, kind);
      expect((await uploadPicture(who, bytes)).status).toBe(403);
      expect((await look(who, name)).status).toBe(403);
    }
    expect((await uploadPicture({ app }, bytes)).status).toBe(401);
    expect((await look({ app }, name)).status).toBe(401);
    const foreign = { origin: 'https://else.example' };
    expect((await uploadPicture(ada, bytes, foreign)).status).toBe(403);
    await app.db.write(() => app.get(SessionsService).endAll(ada.accountId, 'signed-out'));
    expect((await uploadPicture(ada, bytes)).status).toBe(401);
    expect((await look(ada, name)).status).toBe(401);
    expect(storedFilePaths(ada)).toEqual([`${name}-256`, `${name}-96`]);
  });

  it('is deleted with its file when replaced or removed', async () => {
    const { ada, eve, name } = await three();
    const other = await put(ada);
    expect(storedFilePaths(ada)).toEqual([`${other}-256`, `${other}-96`]);
    expect((await look(eve, name)).status).toBe(404);
    expect(await apiAs(ada).ask(REMOVE)).toEqual({ removeAvatar: { text: '' } });
    expect(storedFilePaths(ada)).toEqual([]);
    expect((await look(eve, other)).status).toBe(404);
    expect(await apiAs(ada).ask(REMOVE)).toEqual({ removeAvatar: { text: '' } });
  });

  it('is deleted with the account, and when a moderator removes it', async () => {
    const { ada, eve, id } = await three();
    await put(eve);
    await app.db.write(() => app.get(ProfileContentRemovalService).removeTexts(id));
    expect(storedFilePaths(ada)).toHaveLength(2);
    expect((await apiAs(ada).ask(PERSON, { id })).person.avatar).toBeNull();
    await app.db.write(() => app.get(AccountDeletionService).end(eve.accountId));
    expect(storedFilePaths(ada)).toEqual([]);
  });

  it('is deleted by the cleanup job only when nothing refers to it', async () => {
    const { ada, name } = await three();
    const files = app.get(FilesService);
    const lost = await files.keep(new Map([['96', Buffer.from('x')]]));
    await files.sweep();
    expect(storedFilePaths(ada)).toContain(`${lost}-96`);
    app.clock.move(2 * HOUR);
    await files.sweep();
    expect(storedFilePaths(ada)).toEqual([`${name}-256`, `${name}-96`]);
  });

  it('is part of the data export, and cannot be set as a text field', async () => {
    const { ada } = await three();
    const { picture } = await app.get(DataExportService).read(ada.accountId);
    const { type, base64 } = picture as { type: string; base64: string };
    expect(type).toBe('image/webp');
    expect(webpChunks(Buffer.from(base64, 'base64'))).toEqual(['VP8 ']);
    const set = `mutation ($input: SetProfileFieldInput!) { setProfileField(input: $input) { id } }`;
    for (const text of ['f'.repeat(32), '']) {
      const input = { kind: 'avatar', text, version: 2 };
      await expect(apiAs(ada).ask(set, { input })).rejects.toMatchObject({
        fields: { kind: 'uploaded' },
      });
    }
  });
});
