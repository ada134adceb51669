import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AttachmentsJobs } from '#attachments/attachments.jobs.js';
import { SealedAttachmentsService } from '#attachments/sealed-attachments.service.js';
import { DeletedMessagesService } from '#channels/messages/deleted-messages.service.js';
import { FilesService } from '#files/files.service.js';
import { UploadPartsService } from '#files/upload-parts.service.js';
import { DAY, HOUR } from '#kernel/clock.js';
import { RetentionService } from '#retention/retention.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { greenPicture, storedFilePaths } from '../../support/app/test-pictures.js';
import {
  createUpload,
  DESCRIBE_FILE,
  downloadFile,
  postFiles,
  READ_MESSAGE_FILES,
  sendChunk,
  sendFile,
  uploadIdOf,
  uploadProgress,
} from '../../support/app/upload-files.js';
import { signInAgain } from '../../support/factories/make-people.js';
import { openByPhrase } from '../../support/factories/support/guests.js';
import {
  requesterActions,
  SUPPORT_OPENINGS,
  supporterActions,
} from '../../support/factories/support-requests.js';
import { makeCase } from '../../support/messages/case-threads.js';

const app = useApp();
afterEach(() => app.db.query('delete from rate_limit'));

const photo = (width = 600) => greenPicture(width).jpeg().toBuffer();
async function sendPhoto(who: Requester, channelId: string, width = 600) {
  const file = await sendFile(who, await photo(width), { channelId, type: 'image/jpeg' });
  return { file, message: await postFiles(who, channelId, [file.id], 'Mira') };
}
const statusOf = async (who: Requester, id: string, part = 'original') =>
  (await downloadFile(who, id, part)).status;
const rowOf = async (id: string) =>
  (await app.db.query<{ file: string }>('select * from attachment where id = $1', [id]))[0];
/** The path of a stored part. */
async function pathOf(id: string, part = 'original'): Promise<string> {
  const { file } = (await rowOf(id))!;
  return join(app.dataDir, 'files', file.slice(0, 2), `${file}-${part}`);
}
/** Whether the whole file arrives. */
const arrives = async (who: Requester, id: string): Promise<boolean> => {
  const answer = await downloadFile(who, id);
  if (answer.status !== 200) return false;
  return answer.arrayBuffer().then(
    () => true,
    () => false,
  );
};
const uploads = () => readdirSync(join(app.dataDir, 'uploads'));

describe('the stored file of a thread', () => {
  it('PostgreSQL refuses a file of a thread in clear, and all facts about it in clear except kind and size', async () => {
    const { requester, requesterId } = await makeCase(app);
    const { file, message } = await sendPhoto(requester, requesterId);
    expect(await rowOf(file.id)).toMatchObject({
      ...{ kind: 'image', bytes: file.bytes, name: '', type: '', text: '', removed: [] },
      ...{ width: null, height: null, seconds: null },
    });
    for (const set of [`name = 'x'`, `type = 'x'`, `text = 'x'`, 'width = 1', 'sealed = null']) {
      const sql = `update attachment set ${set} where id = $1`;
      await expect(app.db.query(sql, [file.id])).rejects.toThrow('attachment_sealed');
    }
    const inClear = `update message set attachments = '[{"name": "x"}]' where id = $1`;
    await expect(app.db.query(inClear, [message.id])).rejects.toThrow('message_files_sealed');
  });

  it('a download fails if the stored file was altered, cut off or moved, and does not hide other files', async () => {
    const { requester, requesterId } = await makeCase(app);
    const [one, other] = [
      await sendPhoto(requester, requesterId),
      await sendPhoto(requester, requesterId, 500),
    ];
    const path = await pathOf(one.file.id);
    const bytes = readFileSync(path);
    const altered = Buffer.from(bytes);
    altered[100]! ^= 1;
    for (const wrong of [
      ...[altered, bytes.subarray(0, -1), bytes.subarray(0, 5)],
      ...[
        readFileSync(await pathOf(other.file.id)),
        readFileSync(await pathOf(one.file.id, 'thumb')),
      ],
    ]) {
      writeFileSync(path, wrong);
      expect(await arrives(requester, one.file.id)).toBe(false);
      expect(await arrives(requester, other.file.id)).toBe(true);
    }
    writeFileSync(path, bytes);
    expect(await arrives(requester, one.file.id)).toBe(true);
  });

  it('a file shows no name or size if its box was moved, and its message stays', async () => {
    const { requester, requesterId } = await makeCase(app);
    const [one, other] = [
      await sendPhoto(requester, requesterId),
      await sendPhoto(requester, requesterId),
    ];
    await app.db.query(
      `update message m set attachments = jsonb_set(m.attachments, '{0,sealed}', o.attachments -> 0 -> 'sealed')
       from message o where m.id = $1 and o.id = $2`,
      [one.message.id, other.message.id],
    );
    const read = async (id: string) =>
      (await apiAs(requester).ask(READ_MESSAGE_FILES, { id })).message;
    expect(await read(one.message.id)).toMatchObject({
      ...{ body: 'Mira', attachments: [{ id: one.file.id, name: '', width: null }] },
    });
    expect(await read(other.message.id)).toMatchObject({ attachments: [other.file] });
  });

  it('nobody can read a file without the key of its case', async () => {
    const { requester, requestId, requesterId } = await makeCase(app);
    const { file } = await sendPhoto(requester, requesterId);
    expect(await arrives(requester, file.id)).toBe(true);
    await app.db.query('delete from case_key where case_id = $1', [requestId]);
    expect(await statusOf(requester, file.id)).toBe(404);
    expect((await createUpload(requester, 10, { channelId: requesterId })).status).toBe(404);
  });
});

it('an unfinished upload of a thread lies on disk under the key of the case, not of the instance', async () => {
  const { requester, requesterId: channelId } = await makeCase(app);
  const bytes = await photo();
  const part = bytes.subarray(0, -1);
  const begin = async (about: object) => {
    const id = uploadIdOf(await createUpload(requester, bytes.length, about));
    await sendChunk(requester, id, 0, part);
    return id;
  };
  const parts = app.get(UploadPartsService);
  const { uploadKey } = await app.get(SealedAttachmentsService).boxOf(channelId);
  const id = await begin({ channelId });
  expect(readFileSync(join(app.dataDir, 'uploads', id))).not.toEqual(part);
  expect(await parts.read(id)).not.toEqual(part);
  expect(await parts.read(id, uploadKey)).toEqual(part);
  const ordinary = await makeMemberUpload(bytes.length, part);
  expect(await parts.read(ordinary.id)).toEqual(part);
  // The upload is resumed where it stopped.
  await sendChunk(requester, id, part.length, bytes.subarray(part.length));
  expect((await uploadProgress(requester, id)).headers.get('upload-offset')).toBe(
    String(bytes.length),
  );
});

async function makeMemberUpload(length: number, part: Buffer) {
  const { requester } = await makeCase(app);
  const id = uploadIdOf(await createUpload(requester, length));
  await sendChunk(requester, id, 0, part);
  return { id };
}

describe('the end of files of a thread', () => {
  /** Sent files, an unsent one and an unfinished upload of a case; `rest` are files of other tests. */
  async function setUp() {
    app.clock.move(2 * DAY);
    await sweep();
    const rest = storedFilePaths({ app });
    const made = await makeCase(app);
    const { requester, supporter, requesterId: channelId } = made;
    const own = await sendPhoto(requester, channelId);
    const answer = await sendPhoto(supporter, channelId);
    const unsent = await sendFile(requester, await photo(), { channelId });
    const begun = uploadIdOf(await createUpload(requester, 100, { channelId }));
    return { ...made, own, answer, unsent, begun, rest };
  }
  async function sweep() {
    await app.get(DeletedMessagesService).destroyDue();
    await app.get(AttachmentsJobs).sweep();
    await app.get(FilesService).sweep();
  }
  const count = (rest: readonly string[]) => storedFilePaths({ app }).length - rest.length;

  it('the server deletes files when the deletion of their message cannot be undone any more, and unsent files after a day', async () => {
    const { requester, own, begun, rest } = await setUp();
    expect(count(rest)).toBe(6);
    await apiAs(requester).ask('mutation ($id: ID!) { deleteMessage(messageId: $id) { id } }', {
      id: own.message.id,
    });
    app.clock.move(2 * HOUR);
    await sweep();
    expect(count(rest)).toBe(4);
    expect(uploads()).toContain(begun);
    app.clock.move(DAY);
    await sweep();
    expect(count(rest)).toBe(2);
    expect(uploads()).not.toContain(begun);
  });

  it('the server deletes the files of a case that its requester deletes', async () => {
    const { requester, requestId, own, begun, rest } = await setUp();
    await requesterActions(requester).delete(requestId);
    expect(await statusOf(requester, own.file.id)).toBe(404);
    expect(await app.db.query('select 1 from attachment where id = $1', [own.file.id])).toEqual([]);
    app.clock.move(2 * HOUR);
    await sweep();
    expect([count(rest), uploads().includes(begun)]).toEqual([0, false]);
  });

  it('the server deletes the files of a case 90 days after it was closed', async () => {
    const { requester, supporter, requestId, own, rest } = await setUp();
    await supporterActions(supporter).close(requestId);
    app.clock.move(89 * DAY);
    await app.get(RetentionService).run('case');
    await sweep();
    expect(count(rest)).toBe(4);
    const [row] = await app.db.query('select 1 from attachment where id = $1', [own.file.id]);
    expect(row).toBeDefined();
    app.clock.move(2 * DAY);
    await app.get(RetentionService).run('case');
    await sweep();
    expect(count(rest)).toBe(0);
    expect(await statusOf(requester, own.file.id)).not.toBe(200);
  });

  it('the server deletes the files of a case with the account of its requester, and keeps those of a deleted supporter', async () => {
    const { requester, supporter, answer, rest } = await setUp();
    await app.db.write(() => app.get(AccountDeletionService).end(supporter.accountId));
    app.clock.move(2 * HOUR);
    await sweep();
    expect(count(rest)).toBe(6);
    expect(await arrives(requester, answer.file.id)).toBe(true);
    const { message } = await apiAs(requester).ask(READ_MESSAGE_FILES, { id: answer.message.id });
    expect(message.attachments).toEqual([answer.file]);
    await app.db.write(() => app.get(AccountDeletionService).end(requester.accountId));
    await sweep();
    expect(count(rest)).toBe(0);
  });
});

it('the files of an applicant who kept their case stay with it, and stay theirs', async () => {
  const {
    requester,
    supporter,
    requestId,
    requesterId: channelId,
  } = await makeCase(app, {
    kind: 'applicant',
  });
  const own = await sendPhoto(requester, channelId);
  const answer = await sendPhoto(supporter, channelId);
  const TAKE = 'mutation ($id: ID!) { takeCasePhrase(id: $id) { words } }';
  const { words } = (await apiAs(requester).ask(TAKE, { id: requestId })).takeCasePhrase;
  await app.db.write(() => app.get(AccountDeletionService).end(requester.accountId));
  const guest = await openByPhrase(app, words.join(' '));
  for (const { file } of [own, answer]) {
    expect(await arrives(guest, file.id)).toBe(true);
    expect(await arrives(supporter, file.id)).toBe(true);
  }
  const describe = (id: string) => apiAs(guest).code(DESCRIBE_FILE, { id, text: 'La antena' });
  expect([await describe(own.file.id), await describe(answer.file.id)]).toEqual([
    'OK',
    'FORBIDDEN',
  ]);
});

it('a supporter who downloads a file opens the case, which the audit log records once a day', async () => {
  const { requester, supporter, requestId, requesterId: channelId } = await makeCase(app);
  const { file } = await sendPhoto(requester, channelId);
  const openings = async (): Promise<number> =>
    (await apiAs(requester).ask(SUPPORT_OPENINGS, { id: requestId })).supportOpenings.length;
  app.clock.move(2 * DAY);
  const again = await signInAgain(supporter);
  const reader = await signInAgain(requester);
  const before = await openings();
  expect(await statusOf(reader, file.id)).toBe(200);
  expect(await openings()).toBe(before);
  for (const part of ['thumb', 'original']) expect(await statusOf(again, file.id, part)).toBe(200);
  expect(await openings()).toBe(before + 1);
});
