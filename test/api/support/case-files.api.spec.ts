import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SealedAttachmentsService } from '#attachments/sealed-attachments.service.js';
import { AlliancesService } from '#members/relationships/alliances.service.js';
import { StandingService } from '#members/standing.service.js';
import { Instance } from '#settings/instance.entity.js';
import { useApp } from '../../support/app/app.js';
import { pdfWithCanary, readVoiceNote } from '../../support/app/canary-files.js';
import { apiAs, type Requester, sendJson } from '../../support/app/client.js';
import { greenPicture } from '../../support/app/test-pictures.js';
import {
  createUpload,
  DESCRIBE_FILE,
  downloadFile,
  endUpload,
  type FileView,
  POST_FILES,
  postFiles,
  postFilesInput,
  READ_MESSAGE_FILES,
  readSlowly,
  sendChunk,
  sendChunkSlowly,
  sendFile,
  UPLOAD_QUERY,
  uploadIdOf,
  uploadProgress,
  uploadResult,
} from '../../support/app/upload-files.js';
import {
  matterDocument,
  matterOf,
  reportSubject,
} from '../../support/factories/moderation-documents.js';
import { makePerson, signInAgain } from '../../support/factories/make-people.js';
import { helperActions, makeHelper } from '../../support/factories/support/case-helpers.js';
import { joinSide, partnerActions } from '../../support/factories/support/case-partners.js';
import { makeGuestCase } from '../../support/factories/support/guests.js';
import {
  askForSupport,
  makeSupporter,
  supporterActions,
} from '../../support/factories/support-requests.js';
import { makeCase, threadsOf } from '../../support/messages/case-threads.js';
import { makeChannelWithMessage } from '../../support/messages/message-documents.js';

const OPEN_FILES = `mutation ($id: ID!) { openMatter(matterId: $id) {
  reports { forwarded files { kind name text } } } }`;
const app = useApp();
afterEach(() => app.db.query('delete from rate_limit'));

const photo = () => greenPicture().jpeg().toBuffer();
/** Uploads a photo for a thread and posts it there. */
async function sendPhoto(who: Requester, channelId: string, body = 'Mira') {
  const file = await sendFile(who, await photo(), { channelId });
  const message = await postFiles(who, channelId, [file.id], body);
  return { file, message };
}
const statusOf = async (who: Requester, id: string, part = 'original') =>
  (await downloadFile(who, id, part)).status;
const filesOf = async (who: Requester, id: string): Promise<FileView[]> =>
  (await apiAs(who).ask(READ_MESSAGE_FILES, { id })).message.attachments;

it('the requester and the supporter send each other photos, documents and voice notes', async () => {
  const { requester, supporter, requesterId: channelId } = await makeCase(app);
  const sent = [
    await sendFile(requester, await photo(), { channelId, type: 'image/jpeg' }),
    await sendFile(requester, await pdfWithCanary(), {
      ...{ channelId, name: 'Lista de turnos.pdf', type: 'application/pdf' },
    }),
    await sendFile(requester, readVoiceNote(), { channelId, type: 'audio/webm' }),
  ];
  expect(sent).toMatchObject([
    { kind: 'image', name: 'trama.jpg', type: 'image/jpeg', width: 600, height: 400 },
    { kind: 'document', name: 'Lista de turnos.pdf', type: 'application/pdf', width: null },
    { kind: 'voice', name: 'trama.webm', type: 'audio/webm', seconds: expect.closeTo(2.5, 0) },
  ]);
  expect(sent[1]!.removed).toContain('author');
  const ids = sent.map(({ id }) => id);
  const message = await postFiles(requester, channelId, ids);
  expect(message).toMatchObject({ body: '', attachments: sent });
  expect(await filesOf(supporter, message.id)).toEqual(sent);
  for (const { id, bytes, type, name } of sent) {
    const answer = await downloadFile(supporter, id);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent(name));
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect((await answer.arrayBuffer()).byteLength).toBe(bytes);
  }
  const pdf = Buffer.from(await (await downloadFile(supporter, ids[1]!)).arrayBuffer());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const range = await downloadFile(supporter, ids[1]!, 'original', { range: 'bytes=1-3' });
  expect([range.status, await range.text()]).toEqual([206, 'PDF']);
  expect(await statusOf(supporter, ids[0]!, 'thumb')).toBe(200);
  expect(await statusOf(supporter, ids[0]!, '256')).toBe(404);
});

it('each person of a thread reads its files, and nobody else does', async () => {
  const made = await makeCase(app);
  const { requester, supporter, requesterId, internalId } = made;
  const partner = await joinSide(app, made);
  const { helper, channelId: outsideId } = await makeHelper(app, made);
  const outsiders = [
    ...[await makeSupporter(app), await makePerson(app, 'ona', 'member')],
    ...[await makePerson(app, 'mod', 'moderator'), await makePerson(app, 'inti', 'applicant')],
    ...[await makePerson(app, 'adm', 'administrator'), await makePerson(app, 'aud', 'auditor')],
  ];
  const places = [
    [requesterId, [requester, partner, supporter], [helper]],
    [internalId, [supporter], [requester, partner, helper]],
    [outsideId, [supporter, helper], [requester, partner]],
  ] as const;
  for (const [channelId, readers, others] of places) {
    for (const author of readers) {
      const { file, message } = await sendPhoto(author, channelId);
      for (const reader of readers) {
        expect(await statusOf(reader, file.id)).toBe(200);
        expect(await filesOf(reader, message.id)).toEqual([file]);
      }
      for (const other of [...others, ...outsiders]) {
        expect(await statusOf(other, file.id)).toBe(404);
        expect(await statusOf(other, file.id, 'thumb')).toBe(404);
      }
    }
    for (const other of [...others, ...outsiders]) {
      expect(await uploadResult(await createUpload(other, 100, { channelId }))).toMatchObject({
        ...{ status: 404, code: 'NOT_FOUND' },
      });
    }
  }
});

it.each(['applicant', 'suspended', 'guest'] as const)(
  'a requester who is no member (%s) sends and reads files in their thread, and nowhere else',
  async (kind) => {
    const { who, supporter, channelId } = await caseOf(kind);
    const { file } = await sendPhoto(who, channelId);
    expect(await statusOf(who, file.id)).toBe(200);
    expect(await statusOf(supporter, file.id)).toBe(200);
    const answer = await sendPhoto(supporter, channelId);
    expect(await statusOf(who, answer.file.id)).toBe(200);
    const unsent = await sendFile(who, await photo(), { channelId });
    expect((await endUpload(who, unsent.id)).status).toBe(204);
    const elsewhere = await createUpload(who, 100);
    expect(await uploadResult(elsewhere)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    const { ben, id, message } = await photoInChannel();
    expect(await statusOf(ben, id)).toBe(200);
    expect(await statusOf(who, id)).toBe(404);
    expect(await apiAs(who).code(READ_MESSAGE_FILES, { id: message.id })).toBe('NOT_FOUND');
  },
);

async function caseOf(kind: 'applicant' | 'member' | 'suspended' | 'guest') {
  if (kind === 'guest') {
    await app.db.query('delete from instance');
    await app.db.repo(Instance).insert({ foundedAt: app.clock.now() });
    const { guest: who, supporter, requesterId: channelId } = await makeGuestCase(app);
    return { who, supporter, channelId };
  }
  const made = await makeCase(app, { kind: kind === 'suspended' ? 'member' : kind });
  const { requester, supporter, requesterId: channelId } = made;
  if (kind !== 'suspended') return { who: requester, supporter, channelId };
  await app.db.write(() =>
    app.get(StandingService).suspend(requester.accountId, app.clock.in(1e6)),
  );
  return { who: await signInAgain(requester), supporter, channelId };
}

async function photoInChannel() {
  const { ben, id: channelId } = await makeChannelWithMessage(app);
  const file = await sendFile(ben, await photo());
  return { ben, id: file.id, message: await postFiles(ben, channelId, [file.id]) };
}

it.each([
  ['the supporter loses the duty', 'duty'],
  ['the supporter becomes an ally of the requester', 'ally'],
  ['the supporter gives the case back', 'release'],
  ['the requester removes the partner', 'partner'],
  ['the requester withdraws the consent', 'consent'],
] as const)('a person reads no file more, nor sends one, once %s', async (_title, how) => {
  const made = await makeCase(app);
  const { requester, supporter, requestId } = made;
  const isOfHelper = how === 'consent';
  const helped = isOfHelper ? await makeHelper(app, made) : null;
  const channelId = helped?.channelId ?? made.requesterId;
  const partner = how === 'partner' ? await joinSide(app, made) : null;
  const who: Requester = helped?.helper ?? partner ?? supporter;
  const reader: Requester = isOfHelper ? supporter : requester;
  const { file, message } = await sendPhoto(reader, channelId);
  const own = await sendPhoto(who, channelId);
  const unsent = await sendFile(who, await photo(), { channelId });
  const begun = uploadIdOf(await createUpload(who, 100, { channelId }));
  expect(await statusOf(who, file.id)).toBe(200);
  expect((await uploadProgress(who, begun)).status).toBe(200);
  if (how === 'duty')
    await app.db.query('delete from duty where account_id = $1', [supporter.accountId]);
  if (how === 'ally')
    await app.db.write(() =>
      app.get(AlliancesService).start(supporter.accountId, requester.accountId),
    );
  if (how === 'release') await supporterActions(supporter).release(requestId);
  if (how === 'partner') {
    const [{ id }] = await partnerActions(requester).list(requestId);
    await partnerActions(requester).remove(requestId, id);
  }
  if (helped) await helperActions(requester).withdraw(helped.of);
  for (const one of [file, own.file]) {
    expect(await statusOf(who, one.id)).toBe(404);
    expect(await statusOf(who, one.id, 'thumb')).toBe(404);
    expect(await statusOf(reader, one.id)).toBe(200);
  }
  expect(await apiAs(who).code(READ_MESSAGE_FILES, { id: message.id })).toBe('NOT_FOUND');
  expect(await apiAs(who).code(UPLOAD_QUERY, { id: unsent.id })).toBe('NOT_FOUND');
  expect(await apiAs(who).code(DESCRIBE_FILE, { id: unsent.id, text: 'x' })).toBe('NOT_FOUND');
  expect(await apiAs(who).code(POST_FILES, postFilesInput(channelId, [unsent.id]))).toBe(
    'NOT_FOUND',
  );
  expect((await uploadProgress(who, begun)).status).toBe(404);
  expect((await sendChunk(who, begun, 0, Buffer.alloc(10))).status).toBe(404);
  expect((await createUpload(who, 100, { channelId })).status).toBe(404);
});

it.each(['member', 'guest'] as const)(
  'the upload and the download of a requester (%s) in their thread end when they sign out',
  async (kind) => {
    const { who, supporter, channelId } = await caseOf(kind);
    const { file } = await sendPhoto(supporter, channelId);
    await lengthen(file.id, channelId);
    const downloads = [await downloadFile(who, file.id), await downloadFile(supporter, file.id)];
    expect(downloads.map(({ status }) => status)).toEqual([200, 200]);
    const bytes = await photo();
    const begun = uploadIdOf(await createUpload(who, bytes.length, { channelId }));
    const length = [`Content-Length: ${bytes.length}`];
    const answer = await sendChunkSlowly(who, begun, length, async (socket) => {
      socket.write(bytes.subarray(0, 50));
      expect((await sendJson(who, '/auth/sign-out', {})).ok).toBe(true);
    });
    expect(answer).toMatch(/^HTTP\/1.1 401 /);
    await expect(readSlowly(downloads[0]!)).rejects.toThrow();
    await downloads[1]!.body!.cancel();
    expect(await statusOf(supporter, file.id, 'thumb')).toBe(200);
    expect(await statusOf(who, file.id, 'thumb')).toBe(401);
    expect((await uploadProgress(who, begun)).status).toBe(401);
    expect((await createUpload(who, 100, { channelId })).status).toBe(401);
  },
);

/** Larger than all buffers between the disk and a client that does not read. */
const LONG = 32 * 1024 * 1024;
/** Replaces the stored file with a large one, sealed with the key of the same case. */
async function lengthen(id: string, channelId: string): Promise<void> {
  const box = await app.get(SealedAttachmentsService).boxOf(channelId);
  const sql = 'select file from attachment where id = $1';
  const [row] = await app.db.query<{ file: string }>(sql, [id]);
  const path = join(app.dataDir, 'files', row!.file.slice(0, 2), `${row!.file}-original`);
  writeFileSync(path, box.fileOf(id, 'original').encrypt(Buffer.alloc(LONG)));
}

it('a requester reads the files of a closed case, and nobody sends more', async () => {
  const { requester, supporter, requestId, requesterId: channelId } = await makeCase(app);
  const { file } = await sendPhoto(supporter, channelId);
  await supporterActions(supporter).close(requestId);
  expect(await statusOf(requester, file.id)).toBe(200);
  expect(await statusOf(supporter, file.id)).toBe(404);
  for (const who of [requester, supporter])
    expect((await createUpload(who, 100, { channelId })).status).toBe(404);
});

it('a file can be sent only in the thread for which it was uploaded', async () => {
  const { requester, supporter, requesterId, internalId } = await makeCase(app);
  const { ada, id: groupChannelId } = await makeChannelWithMessage(app);
  const ofThread = await sendFile(supporter, await photo(), { channelId: requesterId });
  const ofInternal = await sendFile(supporter, await photo(), { channelId: internalId });
  const ordinary = await sendFile(supporter, await photo());
  const code = (who: Requester, channelId: string, id: string) =>
    apiAs(who).code(POST_FILES, postFilesInput(channelId, [id]));
  expect(await code(supporter, requesterId, ordinary.id)).toBe('NOT_FOUND');
  expect(await code(supporter, requesterId, ofInternal.id)).toBe('NOT_FOUND');
  expect(await code(requester, requesterId, ofThread.id)).toBe('NOT_FOUND');
  expect(await code(supporter, requesterId, ofThread.id)).toBe('OK');
  expect(await code(supporter, requesterId, ofThread.id)).toBe('NOT_FOUND');
  const requestId = await askForSupport(ada);
  await supporterActions(supporter).take(requestId);
  const { requesterId: threadId } = await threadsOf(app, requestId);
  const sealed = await sendFile(ada, await photo(), { channelId: threadId });
  const inGroup = await sendFile(ada, await photo());
  expect(await code(ada, groupChannelId, sealed.id)).toBe('NOT_FOUND');
  expect(await code(ada, threadId, inGroup.id)).toBe('NOT_FOUND');
  expect(await code(ada, threadId, sealed.id)).toBe('OK');
  expect(await code(ada, groupChannelId, inGroup.id)).toBe('OK');
});

it('the author describes a file of a thread before and after it is sent, and others are refused', async () => {
  const { requester, supporter, requesterId: channelId } = await makeCase(app);
  const describe = (who: Requester, id: string, text: string) =>
    apiAs(who).ask(DESCRIBE_FILE, { id, text });
  const file = await sendFile(requester, await photo(), { channelId });
  expect((await describe(requester, file.id, 'Una antena')).describeAttachment).toEqual({
    ...{ ...file, text: 'Una antena' },
  });
  expect(await apiAs(supporter).code(DESCRIBE_FILE, { id: file.id, text: 'x' })).toBe('NOT_FOUND');
  const message = await postFiles(requester, channelId, [file.id]);
  expect(await filesOf(supporter, message.id)).toEqual([{ ...file, text: 'Una antena' }]);
  await describe(requester, file.id, 'La antena rota');
  const [shown] = await filesOf(supporter, message.id);
  expect(shown).toEqual({ ...file, text: 'La antena rota' });
  expect(await apiAs(supporter).code(DESCRIBE_FILE, { id: file.id, text: 'x' })).toBe('FORBIDDEN');
  expect(await filesOf(requester, message.id)).toEqual([shown]);
});

it('uploads of a guest count for the case, so that a new session begins with the same quota', async () => {
  const { who, channelId } = await caseOf('guest');
  const [row] = await app.db.query<{ id: string }>(
    'select case_id as id from channel where id = $1',
    [channelId],
  );
  await sendFile(who, await photo(), { channelId });
  const keys = await app.db.query<{ key: string }>(
    `select key from rate_limit where key ~ '^(files|bytes):'`,
  );
  expect(keys.map(({ key }) => key.split(':')[1])).toEqual([row!.id, row!.id]);
});

it('the requester deletes a message with a file, and restores both', async () => {
  const { requester, supporter, requesterId: channelId } = await makeCase(app);
  const { file, message } = await sendPhoto(requester, channelId);
  const act = (name: string) =>
    apiAs(requester).ask(`mutation ($id: ID!) { ${name}(messageId: $id) { id } }`, {
      id: message.id,
    });
  await act('deleteMessage');
  for (const who of [requester, supporter]) expect(await statusOf(who, file.id)).toBe(404);
  await act('undoDeleteMessage');
  for (const who of [requester, supporter]) expect(await statusOf(who, file.id)).toBe(200);
  expect(await filesOf(supporter, message.id)).toEqual([file]);
});

it('a report copies kind, name and description of a file of a thread, and never its bytes', async () => {
  const { requester, supporter, requesterId: channelId } = await makeCase(app);
  const bytes = await pdfWithCanary();
  const file = await sendFile(supporter, bytes, { channelId, name: 'amenaza.pdf' });
  await apiAs(supporter).ask(DESCRIBE_FILE, { id: file.id, text: 'Sabemos dónde vives' });
  const { id } = await postFiles(supporter, channelId, [file.id], 'Mira');
  const moderator = await makePerson(app, 'mo', 'moderator');
  const matterId = await matterOf(moderator, await reportSubject(requester, 'Message', id));
  await apiAs(moderator).ask(matterDocument('claimMatter'), { id: matterId });
  const { reports } = (await apiAs(moderator).ask(OPEN_FILES, { id: matterId })).openMatter;
  expect(reports).toEqual([
    {
      forwarded: 'Mira',
      files: [{ kind: 'document', name: 'amenaza.pdf', text: 'Sabemos dónde vives' }],
    },
  ]);
  expect(await statusOf(moderator, file.id)).toBe(404);
  expect(await statusOf(requester, file.id)).toBe(200);
});
