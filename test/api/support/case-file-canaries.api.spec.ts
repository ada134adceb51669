import { inflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { UploadSanitiser } from '#attachments/sanitise-upload.js';
import { CleanerService } from '#cleaning/cleaner.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';
import { Instance } from '#settings/instance.entity.js';
import { useApp } from '../../support/app/app.js';
import { readVoiceNote } from '../../support/app/canary-files.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import { isInDump, textsInDump } from '../../support/app/database-dump.js';
import {
  createUpload,
  DESCRIBE_FILE,
  downloadFile,
  postFiles,
  sendChunk,
  sendFile,
  uploadIdOf,
} from '../../support/app/upload-files.js';
import { waitForJobs } from '../../support/app/wait-for-jobs.js';
import { REPORT_SUBJECT } from '../../support/factories/moderation-documents.js';
import { allowAskingWithoutAccount, askAsGuest } from '../../support/factories/support/guests.js';
import { makePerson } from '../../support/factories/make-people.js';
import {
  askForSupport,
  makeSupporter,
  supporterActions,
} from '../../support/factories/support-requests.js';
import { voiceAnswers, voiceInput } from '../../support/factories/support/voice-answers.js';
import { makeCase, threadActions, threadsOf } from '../../support/messages/case-threads.js';
import { makeChannelWithMessage } from '../../support/messages/message-documents.js';
import { storedTexts, useLogRecorder } from '../../support/servers/stored-texts.js';
import { recordWriteAheadLog } from '../../support/servers/write-ahead-log.js';

const app = useApp({ LOG_LEVEL: 'trace' });
const logs = useLogRecorder();
/** The files as the cleaner returned them: the same bytes that are stored, in clear. */
const cleaned: Buffer[] = [];
let isCleanerDown = false;
beforeEach(() => {
  const cleaner = app.get(CleanerService);
  const clean = cleaner.clean.bind(cleaner);
  jest.spyOn(cleaner, 'clean').mockImplementation(async (bytes) => {
    if (isCleanerDown) throw new Error('cleaning: the process failed or was killed');
    const file = await clean(bytes);
    cleaned.push(file.parts.get('original')!);
    return file;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  cleaned.length = 0;
});

const canary = (name: string) => `canario-${name}-${crypto.randomUUID().slice(0, 8)}`;
/** A name, a description and a text inside a document, and bytes from the middle of a voice note. */
const makeSecrets = () => ({
  name: canary('name'),
  text: canary('text'),
  inside: canary('inside'),
});
type Secrets = ReturnType<typeof makeSecrets>;

/** A PDF whose text the cleaner keeps as it is. */
async function documentWith(text: string): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage().drawText(text, { x: 40, y: 700 });
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

/** Sends a document and a voice note in a channel. Returns how their bytes are served. */
async function sendSecrets(
  who: Requester,
  channelId: string,
  { inside, ...said }: Secrets,
  more = {},
) {
  const name = `${said.name}.pdf`;
  const bytes = await documentWith(inside);
  const pdf = await sendFile(who, bytes, { ...more, name, type: 'application/pdf' });
  const voice = await sendFile(who, readVoiceNote(), { ...more, type: 'audio/webm' });
  for (const { id } of [pdf, voice]) await apiAs(who).ask(DESCRIBE_FILE, { id, text: said.text });
  const message = await postFiles(who, channelId, [pdf.id, voice.id]);
  const [document, sound] = cleaned.splice(0) as [Buffer, Buffer];
  return { message, pdf, document, pieces: [streamOf(document), sound].map(middleOf) };
}

/** The text of a page is compressed; its stream stands in the file as it is. */
function streamOf(pdf: Buffer): Buffer {
  const start = pdf.indexOf('stream\n') + 'stream\n'.length;
  return pdf.subarray(start, pdf.indexOf('endstream', start));
}
const middleOf = (bytes: Buffer): Buffer => {
  const from = bytes.length >> 1;
  return bytes.subarray(from - 12, from + 12);
};

const served = async (who: Requester, id: string): Promise<Buffer> =>
  Buffer.from(await (await downloadFile(who, id)).arrayBuffer());

const everything = () => storedTexts(app, logs);

it('no row, job, mail, log, file or write-ahead log contains a file of a thread in clear', async () => {
  const log = await recordWriteAheadLog(app);
  const { requester, supporter, requesterId: channelId } = await makeCase(app);
  const secrets = makeSecrets();
  const { message, pdf, document, pieces } = await sendSecrets(requester, channelId, secrets, {
    channelId,
  });
  const unfinished = await sendUnfinished(requester, secrets.inside, channelId);
  await apiAs(supporter).ask(REPORT_SUBJECT, {
    input: { subject: 'Message', subjectId: message.id, reason: 'other', note: 'x' },
  });
  const deleted = await sendSecrets(requester, channelId, secrets, { channelId });
  await apiAs(requester).ask('mutation ($id: ID!) { deleteMessage(messageId: $id) { id } }', {
    id: deleted.message.id,
  });
  expect(await served(supporter, pdf.id)).toEqual(document);
  await waitForJobs(app);
  const texts = Object.values(secrets);
  const stored = `${await everything()}\n${await log.read()}`;
  expect(textsInDump(stored, texts)).toEqual([]);
  const all = [...pieces, ...deleted.pieces, middleOf(streamOf(unfinished))];
  expect(all.filter((piece) => isInDump(stored, piece))).toEqual([]);
  expect(logs.text()).toContain(`/files/${pdf.id}/original`);
  const shown = JSON.stringify(await threadFiles(supporter, channelId));
  expect(textsInDump(shown, texts)).toEqual([secrets.name, secrets.text]);
  expect(textsInDump(inflateSync(streamOf(document)).toString('latin1'), texts)).toEqual([
    secrets.inside,
  ]);
  const exported = await app.get(DataExportService).read(requester.accountId);
  expect(textsInDump(JSON.stringify(exported), texts)).toEqual([secrets.name, secrets.text]);
});

/** Leaves one upload before its last byte, and another before it is cleaned. */
async function sendUnfinished(who: Requester, text: string, channelId: string): Promise<Buffer> {
  const bytes = await documentWith(text);
  const begin = async () =>
    uploadIdOf(await createUpload(who, bytes.length, { channelId, type: 'application/pdf' }));
  await sendChunk(who, await begin(), 0, bytes.subarray(0, -1));
  isCleanerDown = true;
  const id = await begin();
  await sendChunk(who, id, 0, bytes);
  await app.get(UploadSanitiser).goOn(id);
  isCleanerDown = false;
  expect(await app.db.query(`select id from attachment where state = 'checking'`)).toEqual([
    { id },
  ]);
  return bytes;
}

const threadFiles = async (who: Requester, id: string) =>
  (
    await apiAs(who).ask(
      'query ($id: ID!) { messages(channelId: $id) { items { attachments { name text } } } }',
      { id },
    )
  ).messages.items;

it('no row, job, mail, log or file contains a file of a guest in clear', async () => {
  await app.db.repo(Instance).insert({ foundedAt: app.clock.now() });
  await allowAskingWithoutAccount(app);
  const supporter = await makeSupporter(app);
  const guest = await askAsGuest(app);
  await supporterActions(supporter).take(guest.requestId);
  const { requesterId: channelId } = await threadsOf(app, guest.requestId);
  const secrets = makeSecrets();
  const { pieces } = await sendSecrets(guest, channelId, secrets, { channelId });
  await supporterActions(supporter).close(guest.requestId);
  await waitForJobs(app);
  const stored = await everything();
  expect(textsInDump(stored, Object.values(secrets))).toEqual([]);
  expect(pieces.map((piece) => isInDump(stored, piece))).toEqual([false, false]);
  expect(await threadActions(guest).read(channelId)).toHaveLength(1);
});

it('no row, job, mail, log, file or write-ahead log contains a voice note of a request in clear', async () => {
  await allowAskingWithoutAccount(app);
  const log = await recordWriteAheadLog(app);
  const supporter = await makeSupporter(app);
  const requester = await makePerson(app, 'nayra', 'member');
  const unsent = await voiceAnswers(requester).make();
  const note = await voiceAnswers(requester).make();
  const ofGuest = await voiceAnswers({ app }).make();
  const requestId = await askForSupport(requester, { voices: [voiceInput(note)] });
  await askAsGuest(app, { voices: [voiceInput(ofGuest)] });
  await supporterActions(supporter).claimAndOpen(requestId);
  const heard = await voiceAnswers(supporter).readInCase(note.id);
  const bytes = Buffer.from(await heard.arrayBuffer());
  expect(cleaned).toHaveLength(3);
  expect(cleaned).toContainEqual(bytes);
  await waitForJobs(app);
  const stored = `${await everything()}\n${await log.read()}`;
  expect(cleaned.map((one) => isInDump(stored, middleOf(one)))).toEqual([false, false, false]);
  expect(textsInDump(stored, [unsent.key, note.key, ofGuest.key])).toEqual([]);
  expect(logs.text()).toContain(`/files/case-voice-answers/${note.id}`);
});

it('the same search finds a file that is sent in another channel', async () => {
  const { ben, id } = await makeChannelWithMessage(app);
  const secrets = makeSecrets();
  const { pieces } = await sendSecrets(ben, id, secrets);
  const stored = await everything();
  expect(textsInDump(stored, [secrets.name, secrets.text])).toEqual([secrets.name, secrets.text]);
  expect(pieces.map((piece) => isInDump(stored, piece))).toEqual([true, true]);
});
