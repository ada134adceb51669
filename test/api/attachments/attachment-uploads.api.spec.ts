import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AttachmentsJobs } from '#attachments/attachments.jobs.js';
import { UploadPartsService } from '#files/upload-parts.service.js';
import { DAY } from '#kernel/clock.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester } from '../../support/app/client.js';
import {
  createUpload,
  processedFile,
  sendChunkSlowly,
  endUpload,
  uploadProgress,
  uploadIdOf,
  sendChunk,
  uploadResult,
  sendFile,
  UPLOAD_QUERY,
} from '../../support/app/upload-files.js';
import {
  PICTURE_CANARY,
  greenPicture,
  picturesWithCanary,
} from '../../support/app/test-pictures.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

describe('a resumable upload', () => {
  const app = useApp({ TRAMA_UPLOAD_SECONDS: '10' });
  let ben: Person;
  let eve: Person;
  beforeEach(async () => {
    ({ ben, eve } = await makePeople(app, { ben: 'member', eve: 'outsider' }));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await app.db.query('delete from rate_limit');
  });

  const photo = () => greenPicture().jpeg().toBuffer();
  const begun = async (who: Requester, bytes: number, about = {}) =>
    uploadIdOf(await createUpload(who, bytes, about));
  /** Returns the whole answer without its date header. */
  const whole = async (answer: Response) => ({
    status: answer.status,
    headers: [...answer.headers].filter(([name]) => name !== 'date'),
    body: await answer.text(),
  });
  const state = async (id: string) => {
    const { headers, status } = await uploadProgress(ben, id);
    return [status, headers.get('upload-offset'), headers.get('upload-length')];
  };
  /** Brings an upload into the state that a crash leaves after its last byte and before its cleaning. */
  const cutShort = async (bytes: Buffer) => {
    const id = await begun(ben, bytes.length);
    await app.get(UploadPartsService).add(id, 0, Readable.from([bytes]));
    return id;
  };
  const aged = (id: string) =>
    app.db.query(`update attachment set updated_at = now() - interval '3 minutes' where id = $1`, [
      id,
    ]);
  const onDisk = (id: string) => join(app.dataDir, 'uploads', id);

  it('resumes at its current offset and rejects any other offset', async () => {
    const bytes = await photo();
    const id = await begun(ben, bytes.length);
    expect((await sendChunk(ben, id, 0, bytes.subarray(0, 100))).status).toBe(204);
    for (const from of [0, 99, 101, bytes.length]) {
      expect(await uploadResult(await sendChunk(ben, id, from, bytes.subarray(0, 50)))).toEqual({
        ...{ status: 409, code: 'CONFLICT', reason: 'upload.offset' },
      });
    }
    expect(await state(id)).toEqual([200, '100', String(bytes.length)]);
    expect((await sendChunk(ben, id, 100, bytes.subarray(100))).status).toBe(204);
    expect(await processedFile(ben, id)).toMatchObject({ state: 'ready', width: 600 });
  });

  it('rejects more bytes than announced', async () => {
    const bytes = await photo();
    const id = await begun(ben, bytes.length);
    const more = await uploadResult(await sendChunk(ben, id, 0, Buffer.concat([bytes, bytes])));
    expect(more).toEqual({ status: 400, code: 'INVALID', reason: 'upload.fileTooLarge' });
    const answer = await sendChunkSlowly(ben, id, ['Transfer-Encoding: chunked'], (socket) => {
      const some = `10000\r\n${'x'.repeat(65_536)}\r\n`;
      const on = () => {
        while (!socket.destroyed && socket.write(some));
      };
      on();
      socket.on('drain', on);
    });
    expect(answer).toContain('upload.fileTooLarge');
    expect(Number((await state(id))[1])).toBeLessThan(bytes.length + 1);
  });

  it('looks like an unknown id to another account', async () => {
    const bytes = await photo();
    const id = await begun(ben, bytes.length);
    const asked = (it: string) => [
      () => uploadProgress(eve, it),
      () => sendChunk(eve, it, 0, bytes),
      () => sendChunk(eve, it, 7, bytes),
      () => endUpload(eve, it),
    ];
    const absent = asked(randomUUID());
    for (const [at, ask] of asked(id).entries()) {
      const answer = await whole(await ask());
      expect(answer.status).toBe(404);
      expect(answer).toEqual(await whole(await absent[at]!()));
    }
    expect(await state(id)).toEqual([200, '0', String(bytes.length)]);
    expect((await endUpload(ben, id)).status).toBe(204);
    expect((await uploadProgress(ben, id)).status).toBe(404);
    expect(readdirSync(join(app.dataDir, 'uploads'))).not.toContain(id);
  });

  it('is aborted when its session ends, and keeps the received bytes', async () => {
    const bytes = await photo();
    const id = await begun(ben, bytes.length);
    const answer = await sendChunkSlowly(
      ben,
      id,
      [`Content-Length: ${bytes.length}`],
      async (socket) => {
        socket.write(bytes.subarray(0, 50));
        await app.db.write(() => app.get(SessionsService).endAll(ben.accountId, 'signed-out'));
      },
    );
    expect(answer).toMatch(/^HTTP\/1.1 401 /);
    expect(await app.get(UploadPartsService).sizeOf(id)).toBeLessThan(51);
    const [row] = await app.db.query('select state from attachment where id = $1', [id]);
    expect(row).toEqual({ state: 'uploading' });
  });

  it('is aborted when it takes too long, and can be resumed', async () => {
    const bytes = await photo();
    const id = await begun(ben, bytes.length);
    const answer = await sendChunkSlowly(ben, id, [`Content-Length: ${bytes.length}`], (socket) =>
      socket.write(bytes.subarray(0, 50)),
    );
    expect(answer).toContain('upload.tooSlow');
    const from = Number((await state(id))[1]);
    expect((await sendChunk(ben, id, from, bytes.subarray(from))).status).toBe(204);
    expect((await processedFile(ben, id)).state).toBe('ready');
  });

  it('is encrypted on the disk', async () => {
    const bytes = Buffer.from(`%PDF-1.7 ${PICTURE_CANARY.repeat(500)}`);
    const id = await begun(ben, bytes.length + 1, { type: 'application/pdf' });
    await sendChunk(ben, id, 0, bytes.subarray(0, 1_001));
    await sendChunk(ben, id, 1_001, bytes.subarray(1_001));
    const kept = readFileSync(onDisk(id));
    expect(kept).toHaveLength(bytes.length);
    for (const text of [PICTURE_CANARY, '%PDF']) expect(kept.includes(text)).toBe(false);
    expect(await app.get(UploadPartsService).read(id)).toEqual(bytes);
  });

  it('is cleaned after a crash, by the job or when its sender asks for its state', async () => {
    const bytes = await photo();
    const asked = await cutShort(bytes);
    expect(await state(asked)).toEqual([200, String(bytes.length), String(bytes.length)]);
    expect((await processedFile(ben, asked)).state).toBe('ready');

    const left = await cutShort(bytes);
    const half = await begun(ben, bytes.length);
    await sendChunk(ben, half, 0, bytes.subarray(0, 9));
    for (const id of [left, half]) await aged(id);
    await app.get(AttachmentsJobs).goOn();
    expect((await processedFile(ben, left)).state).toBe('ready');
    expect(await state(half)).toEqual([200, '9', String(bytes.length)]);
  });

  it('keeps reporting the announced length when cleaning changes the size', async () => {
    const bytes = (await picturesWithCanary()).get('jpeg')!;
    const file = await sendFile(ben, bytes);
    expect(file.bytes).not.toBe(bytes.length);
    expect(await state(file.id)).toEqual([200, String(bytes.length), String(bytes.length)]);
  });

  it('is refused beyond twelve waiting files per account, also when more are announced at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => createUpload(ben, 100)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(12);
    const refused = answers.find(({ status }) => status !== 201)!;
    expect(await uploadResult(refused)).toMatchObject({
      status: 429,
      reason: 'upload.tooManyWaiting',
    });
  });

  it('is deleted with its bytes after a day, and a newer upload stays', async () => {
    const old = await begun(ben, 100);
    await sendChunk(ben, old, 0, Buffer.alloc(50));
    app.clock.move(DAY + 1_000);
    ({ ben } = await makePeople(app, { ben: 'member' }));
    const parts = app.get(UploadPartsService);
    const left = randomUUID();
    await parts.begin(left);
    const all = parts.all.bind(parts);
    let young = '';
    jest.spyOn(parts, 'all').mockImplementation(async () => {
      young = await begun(ben, 100);
      return all();
    });
    await app.get(AttachmentsJobs).sweep();
    expect(readdirSync(join(app.dataDir, 'uploads'))).toEqual([young]);
    expect(await state(young)).toEqual([200, '0', '100']);
    expect(await apiAs(ben).code(UPLOAD_QUERY, { id: old })).toBe('NOT_FOUND');
  });
});
