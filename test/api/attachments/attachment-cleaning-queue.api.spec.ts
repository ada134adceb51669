import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UploadSanitiser } from '#attachments/sanitise-upload.js';
import { MAX_FILE_BYTES } from '#cleaning/cleaned-file.js';
import { CleanerService } from '#cleaning/cleaner.service.js';
import { UploadPartsService } from '#files/upload-parts.service.js';
import { useApp } from '../../support/app/app.js';
import type { Requester } from '../../support/app/client.js';
import {
  createUpload,
  processedFile,
  uploadIdOf,
  sendChunk,
  sendFile,
} from '../../support/app/upload-files.js';
import { greenPicture } from '../../support/app/test-pictures.js';
import { type Person, makePeople } from '../../support/factories/make-people.js';

describe('cleaning of an uploaded file', () => {
  const app = useApp();
  let ben: Person;
  beforeEach(async () => {
    ({ ben } = await makePeople(app, { ben: 'member' }));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await app.db.query('delete from rate_limit');
  });

  const photo = () => greenPicture().jpeg().toBuffer();
  const begun = async (who: Requester, bytes: number) => uploadIdOf(await createUpload(who, bytes));
  const onDisk = (id: string) => join(app.dataDir, 'uploads', id);

  it('is tried three times if the server fails', async () => {
    const id = await begun(ben, 100);
    rmSync(onDisk(id));
    mkdirSync(onDisk(id)); // reading a directory fails for every user
    await app.db.query(`update attachment set state = 'checking' where id = $1`, [id]);
    const tried = async () => {
      const one = 'select state, tries from attachment where id = $1';
      return (await app.db.query(one, [id]))[0];
    };
    for (const times of [1, 2, 3]) {
      await app.get(UploadSanitiser).goOn(id);
      expect(await tried()).toEqual({ state: times < 3 ? 'checking' : 'refused', tries: times });
    }
    expect(await processedFile(ben, id)).toMatchObject({
      state: 'refused',
      refusal: 'upload.broken',
    });
    rmSync(onDisk(id), { recursive: true, force: true });
  });

  it('is retried later when the cleaner process fails', async () => {
    const cleaner = app.get(CleanerService);
    const failing = jest
      .spyOn(cleaner, 'clean')
      .mockRejectedValue(new Error('cleaning: the process failed or was killed'));
    const bytes = await photo();
    const id = await begun(ben, bytes.length);
    await sendChunk(ben, id, 0, bytes);
    await app.get(UploadSanitiser).goOn(id);
    const [row] = await app.db.query('select state, refusal from attachment where id = $1', [id]);
    expect(row).toEqual({ state: 'checking', refusal: null });
    failing.mockRestore();
    await app.get(UploadSanitiser).goOn(id);
    expect(await processedFile(ben, id)).toMatchObject({ state: 'ready', refusal: null });
  });

  it('rejects a file that exceeds the size limit after re-encoding', async () => {
    const parts = new Map([['original', Buffer.alloc(MAX_FILE_BYTES.image + 1)]]);
    const about = { kind: 'image', type: 'image/png', width: 1, height: 1, seconds: null } as const;
    const grown = { ...about, removed: [], parts };
    jest.spyOn(app.get(CleanerService), 'clean').mockResolvedValue(grown);
    const { refusal } = await sendFile(ben, await photo());
    expect(refusal).toBe('upload.fileTooLarge');
  });

  it('processes one file per account at a time, and reads a file only when its turn comes', async () => {
    const parts = app.get(UploadPartsService);
    const [read, remove] = [parts.read.bind(parts), parts.remove.bind(parts)];
    let [now, most] = [0, 0];
    jest.spyOn(parts, 'read').mockImplementation((id) => {
      most = Math.max(most, (now += 1));
      return read(id);
    });
    jest.spyOn(parts, 'remove').mockImplementation((id) => {
      now -= 1;
      return remove(id);
    });
    const bytes = await photo();
    const files = await Promise.all([1, 2, 3, 4].map(() => sendFile(ben, bytes)));
    expect(files.map((file) => file.state)).toEqual(['ready', 'ready', 'ready', 'ready']);
    expect(most).toBe(1);
  });
});
