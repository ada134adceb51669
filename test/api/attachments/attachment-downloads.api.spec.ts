import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FilesService } from '#files/files.service.js';
import { HOUR } from '#kernel/clock.js';
import { SessionsService } from '#members/sessions/sessions.service.js';
import { useApp } from '../../support/app/app.js';
import { apiAs, send } from '../../support/app/client.js';
import { downloadFile, postFiles, readSlowly, sendFile } from '../../support/app/upload-files.js';
import {
  DELETE_MESSAGE,
  makeChannelWithMessage,
} from '../../support/messages/message-documents.js';
import { storedFilePaths, greenPicture } from '../../support/app/test-pictures.js';

/** Larger than all buffers between the disk and a client that does not read. */
const LONG = 32 * 1024 * 1024;

describe('the download of an attachment', () => {
  const app = useApp();
  afterEach(() => app.db.query('delete from rate_limit'));

  const photo = () => greenPicture().jpeg().toBuffer();
  const sent = async () => {
    const people = await makeChannelWithMessage(app);
    const file = await sendFile(people.ben, await photo());
    const message = await postFiles(people.ben, people.id, [file.id]);
    return { ...people, file, message };
  };
  const onDisk = async (id: string) => {
    const sql = 'select file from attachment where id = $1';
    const { file } = (await app.db.query<{ file: string }>(sql, [id]))[0]!;
    return join(app.dataDir, 'files', file.slice(0, 2), `${file}-original`);
  };
  const long = async () => {
    const all = await sent();
    truncateSync(await onDisk(all.file.id), LONG);
    return all;
  };

  it('answers HEAD with the length, also of a range', async () => {
    const { ada, eve, file } = await sent();
    const ask = (who: typeof ada, range?: string) =>
      send(who, `/files/${file.id}/original`, { method: 'HEAD', headers: range ? { range } : {} });
    const { headers, status } = await ask(ada);
    expect([status, headers.get('content-length')]).toEqual([200, String(file.bytes)]);
    expect((await ask(ada, 'bytes=0-9')).headers.get('content-length')).toBe('10');
    expect((await ask(eve)).status).toBe(404);
    const all = await downloadFile(ada, file.id);
    expect(all.headers.get('content-length')).toBe(String(file.bytes));
  });

  it('reads only the requested range from the disk', async () => {
    const { ada, file } = await long();
    const before = process.memoryUsage().arrayBuffers;
    const answer = await downloadFile(ada, file.id, 'original', { range: `bytes=${LONG - 5}-` });
    expect(answer.headers.get('content-range')).toBe(`bytes ${LONG - 5}-${LONG - 1}/${LONG}`);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(LONG / 2);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.alloc(5));
    expect((await (await downloadFile(ada, file.id)).arrayBuffer()).byteLength).toBe(LONG);
  });

  it.each([
    [
      'its message is deleted',
      async ({ ben, message }: Awaited<ReturnType<typeof sent>>) => {
        await apiAs(ben).ask(DELETE_MESSAGE, { id: message.id });
      },
    ],
    [
      'the session of its reader ends',
      async ({ ada }: Awaited<ReturnType<typeof sent>>) => {
        await app.db.write(() => app.get(SessionsService).endAll(ada.accountId, 'signed-out'));
      },
    ],
  ])('is aborted when %s', async (_when, end) => {
    const all = await long();
    const [going, other] = [
      await downloadFile(all.ada, all.file.id),
      await downloadFile(all.late, all.file.id),
    ];
    expect([going.status, other.status]).toEqual([200, 200]);
    await end(all);
    await expect(readSlowly(going)).rejects.toThrow();
    await other.body!.cancel();
  });

  it('runs at most four times in parallel per account, without delaying other accounts', async () => {
    const { ada, late, file } = await long();
    const going = await Promise.all([1, 2, 3, 4].map(() => downloadFile(ada, file.id)));
    let isThere = false;
    const fifth = downloadFile(ada, file.id).finally(() => (isThere = true));
    for (let at = 0; at < 3; at += 1)
      await (await downloadFile(late, file.id, 'thumb')).arrayBuffer();
    expect(isThere).toBe(false);
    await going[0]!.body!.cancel();
    const answer = await fifth;
    expect(answer.status).toBe(200);
    for (const one of [...going.slice(1), answer]) await one.body!.cancel();
  });

  it('leaves no half-written file behind after the process ended', async () => {
    const before = storedFilePaths({ app });
    const name = 'ab'.repeat(16);
    const sql = "insert into kept_file (name, parts, kept_at) values ($1, '{original}', $2)";
    await app.db.query(sql, [name, app.clock.in(-2 * HOUR)]);
    const folder = join(app.dataDir, 'files', 'ab');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}-original.tmp`), 'x');
    expect(storedFilePaths({ app })).toHaveLength(before.length + 1);
    await app.get(FilesService).sweep();
    expect(storedFilePaths({ app })).toEqual(before);
  });
});
