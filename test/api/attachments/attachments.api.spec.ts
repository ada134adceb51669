import { randomUUID } from 'node:crypto';
import { FilesService } from '#files/files.service.js';
import { AttachmentsJobs } from '#attachments/attachments.jobs.js';
import { DeletedMessagesService } from '#channels/messages/deleted-messages.service.js';
import { DAY, HOUR } from '#kernel/clock.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { AccountDeletionService } from '#signin/accounts/account-deletion.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import {
  FILE_FIELDS,
  downloadFile,
  endUpload,
  POST_FILES,
  postFiles,
  READ_MESSAGE_FILES,
  sendFile,
  UPLOAD_QUERY,
  postFilesInput,
} from '../../support/app/upload-files.js';
import {
  DELETE_MESSAGE,
  makeChannelWithMessage,
} from '../../support/messages/message-documents.js';
import { storedFilePaths, greenPicture } from '../../support/app/test-pictures.js';
import { makePerson } from '../../support/factories/make-people.js';

const REMOVE = 'mutation ($id: ID!) { removeMessage(messageId: $id) { id } }';
const LEAVE = 'mutation ($id: ID!) { leaveGroup(membershipId: $id) }';
const HISTORY = `query ($id: ID!) { messages(channelId: $id) { items { id attachments { ${FILE_FIELDS} } } } }`;

describe('an attachment of a message', () => {
  const app = useApp();
  afterEach(() => app.db.query('delete from rate_limit'));

  const photo = () => greenPicture().jpeg().toBuffer();
  const about = { name: 'marcha.JPEG', type: 'image/jpeg' };
  /** Returns the whole answer without its date header. */
  const whole = async (answer: Response) => ({
    status: answer.status,
    headers: [...answer.headers].filter(([name]) => name !== 'date'),
    body: await answer.text(),
  });
  const sent = async () => {
    const people = await makeChannelWithMessage(app);
    const file = await sendFile(people.ben, await photo(), about);
    const message = await postFiles(people.ben, people.id, [file.id], 'Mira');
    return { ...people, file, message };
  };
  const isGone = async (who: Requester, id: string) => {
    const absent = await whole(await downloadFile(who, randomUUID()));
    expect(absent).toMatchObject({ status: 404, body: '{"code":"NOT_FOUND"}' });
    for (const part of ['original', 'thumb']) {
      expect(await whole(await downloadFile(who, id, part))).toEqual(absent);
    }
  };

  it('is readable by the readers of its message', async () => {
    const { ben, ada, eve, late, id, file, message } = await sent();
    expect(file).toMatchObject({
      ...{ state: 'ready', refusal: null, kind: 'image', name: 'trama.jpg', type: 'image/jpeg' },
      ...{ width: 600, height: 400, seconds: null, text: '', removed: [] },
    });
    expect(message).toMatchObject({ body: 'Mira', attachments: [file] });
    for (const who of [ben, ada, late]) {
      expect(
        (await apiAs(who).ask(READ_MESSAGE_FILES, { id: message.id })).message.attachments,
      ).toEqual([file]);
      const { items } = (await apiAs(who).ask(HISTORY, { id })).messages;
      expect(items.at(-1)!.attachments).toEqual([file]);
      const answer = await downloadFile(who, file.id);
      expect(answer.status).toBe(200);
      expect((await answer.arrayBuffer()).byteLength).toBe(file.bytes);
      expect((await downloadFile(who, file.id, 'thumb')).headers.get('content-type')).toBe(
        'image/webp',
      );
    }
    await isGone(eve, file.id);
    for (const part of ['256', 'original-2', '..', '%2e%2e']) {
      expect((await downloadFile(ada, file.id, part)).status).toBe(404);
    }
    expect((await downloadFile({ app }, file.id)).status).toBe(401);
    for (const kind of ['applicant', 'suspended', 'auditor', 'administrator'] as const) {
      await isGone(await makePerson(app, kind, kind), file.id);
    }
  });

  it('is served with headers that prevent execution, sniffing and caching', async () => {
    const { ada, file } = await sent();
    const { headers } = await downloadFile(ada, file.id);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="trama.jpg"; filename*=UTF-8''trama.jpg`,
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
      'content-type': 'image/jpeg',
      vary: 'cookie',
    });
  });

  it('is served in ranges when the client requests a range', async () => {
    const { ada, file } = await sent();
    const all = Buffer.from(await (await downloadFile(ada, file.id)).arrayBuffer());
    const part = async (range: string) => {
      const answer = await downloadFile(ada, file.id, 'original', { range });
      const bytes = Buffer.from(await answer.arrayBuffer());
      return [answer.status, answer.headers.get('content-range'), bytes] as const;
    };
    const size = all.length;
    expect(await part('bytes=0-9')).toEqual([206, `bytes 0-9/${size}`, all.subarray(0, 10)]);
    expect(await part('bytes=-5')).toEqual([
      ...[206, `bytes ${size - 5}-${size - 1}/${size}`, all.subarray(size - 5)],
    ]);
    expect(await part('bytes=10-')).toEqual([
      206,
      `bytes 10-${size - 1}/${size}`,
      all.subarray(10),
    ]);
    expect(await part(`bytes=${size}-`)).toEqual([416, `bytes */${size}`, Buffer.alloc(0)]);
    for (const range of ['bytes=0-1,3-4', 'bytes=-', 'lines=1-2', 'bytes=5-2x']) {
      expect(await part(range)).toEqual([200, null, all]);
    }
  });

  it('cannot be sent if its id is unknown, already sent or of another account, and then the whole message is rejected', async () => {
    const { ada, ben, late, id, file } = await sent();
    const other = await sendFile(ada, await photo(), about);
    const own = await sendFile(late, await photo(), about);
    const count = () => app.db.query('select id from message order by id');
    const before = await count();
    const answers = [];
    for (const strange of [other.id, file.id, randomUUID()]) {
      const answer = await apiAs(late).raw(
        POST_FILES,
        postFilesInput(id, [own.id, strange], 'Hola'),
      );
      answers.push(await whole(answer));
    }
    expect(answers[0]!.body).toContain('NOT_FOUND');
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    const more = Array.from({ length: 11 }, () => randomUUID());
    for (const [ids, fields] of [
      [more, { attachmentIds: 'arrayMaxSize' }],
      [[own.id, own.id], { attachmentIds: 'arrayUnique' }],
      [[], { body: 'blank' }],
    ] as const) {
      await expect(apiAs(late).ask(POST_FILES, postFilesInput(id, ids))).rejects.toMatchObject({
        fields,
      });
    }
    expect(await apiAs(late).code(POST_FILES, postFilesInput(id, ['x']))).toBe('NOT_FOUND');
    expect(await count()).toEqual(before);
    for (const [who, of] of [
      [ben, other],
      [ben, file],
      [late, other],
    ] as const) {
      expect(await apiAs(who).code(UPLOAD_QUERY, { id: of.id })).toBe('NOT_FOUND');
      expect((await endUpload(who, of.id)).status).toBe(404);
    }
    expect(await apiAs(late).code(UPLOAD_QUERY, { id: 'x' })).toBe('NOT_FOUND');
    expect((await postFiles(late, id, [own.id])).attachments).toHaveLength(1);
  });

  it('is sent with only one message, also if concurrent posts name it', async () => {
    const { ben, ada, id } = await makeChannelWithMessage(app);
    const [one, two] = [
      await sendFile(ben, await photo(), about),
      await sendFile(ben, await photo(), about),
    ];
    const input = postFilesInput(id, [two.id, one.id]);
    const repeats = await Promise.all(
      Array.from({ length: 20 }, () => apiAs(ben).ask(POST_FILES, input)),
    );
    expect(new Set(repeats.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(repeats[0]!.postMessage.attachments).toEqual([two, one]);
    expect(await apiAs(ben).ask(POST_FILES, input)).toEqual(repeats[0]);

    const third = await sendFile(ben, await photo(), about);
    const rivals = await Promise.all(
      Array.from({ length: 10 }, () => apiAs(ben).code(POST_FILES, postFilesInput(id, [third.id]))),
    );
    expect(rivals.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'NOT_FOUND'), 'OK']);
    const { items } = (await apiAs(ada).ask(HISTORY, { id })).messages;
    expect(
      items.flatMap((message: { attachments: unknown[] }) => message.attachments),
    ).toHaveLength(3);
  });

  it('is no longer served once its message is deleted or the reader loses access', async () => {
    const { ada, ben, late, file, message } = await sent();
    const readers = [ada, ben, late];
    for (const who of readers) expect((await downloadFile(who, file.id)).status).toBe(200);
    await app.db.write(() => app.get(SessionsService).endAll(late.accountId, 'signed-out'));
    expect((await downloadFile(late, file.id)).status).toBe(401);
    const deleted = (await apiAs(ben).ask(DELETE_MESSAGE, { id: message.id })).deleteMessage;
    expect(deleted.isDeleted).toBe(true);
    expect(
      (await apiAs(ada).ask(READ_MESSAGE_FILES, { id: message.id })).message.attachments,
    ).toEqual([]);
    await isGone(ada, file.id);
    await isGone(ben, file.id);

    const again = await sent();
    const [membership] = await app.db.query<{ id: string }>(
      'select id from membership where account_id = $1',
      [again.late.accountId],
    );
    expect((await downloadFile(again.late, again.file.id)).status).toBe(200);
    await apiAs(again.late).ask(LEAVE, { id: membership!.id });
    await isGone(again.late, again.file.id);
    await apiAs(again.ada).ask(REMOVE, { id: again.message.id });
    await isGone(again.ada, again.file.id);
  });

  it('is deleted from the disk once nothing refers to it', async () => {
    const { ben, file, message, id } = await sent();
    const other = await sendFile(ben, await photo(), about);
    await postFiles(ben, id, [other.id]);
    const sweep = () => app.get(FilesService).sweep();
    app.clock.move(2 * HOUR);
    await app.get(DeletedMessagesService).destroyDue();
    await sweep();
    const before = storedFilePaths({ app }).length;
    await apiAs(ben).ask(DELETE_MESSAGE, { id: message.id });
    await sweep();
    // The author can still undo the deletion.
    expect(storedFilePaths({ app })).toHaveLength(before);
    app.clock.move(30_000);
    await app.get(DeletedMessagesService).destroyDue();
    expect(storedFilePaths({ app })).toHaveLength(before - 2);
    const texts = JSON.stringify(
      await app.db.query('select * from message union all table message'),
    );
    expect(texts).not.toContain(file.id);
    await app.db.write(() => app.get(AccountDeletionService).end(ben.accountId));
    await sweep();
    expect(storedFilePaths({ app })).toHaveLength(before - 4);
  });

  it('expires after a day if unsent, or when its sender discards it', async () => {
    const { ben } = await makeChannelWithMessage(app);
    app.clock.move(2 * DAY);
    await app.get(AttachmentsJobs).sweep();
    await app.get(FilesService).sweep();
    const before = storedFilePaths({ app });
    const first = await sendFile(ben, await photo(), about);
    const second = await sendFile(ben, await photo(), about);
    await isGone(ben, first.id);
    expect((await endUpload(ben, first.id)).status).toBe(204);
    expect(await apiAs(ben).code(UPLOAD_QUERY, { id: first.id })).toBe('NOT_FOUND');
    expect(storedFilePaths({ app })).toHaveLength(before.length + 2);
    app.clock.move(DAY - HOUR);
    await app.get(AttachmentsJobs).sweep();
    expect(await apiAs(ben).code(UPLOAD_QUERY, { id: second.id })).toBe('OK');
    app.clock.move(2 * HOUR);
    await app.get(AttachmentsJobs).sweep();
    expect(await apiAs(ben).code(UPLOAD_QUERY, { id: second.id })).toBe('NOT_FOUND');
    await app.get(FilesService).sweep();
    expect(storedFilePaths({ app })).toEqual(before);
  });
});
