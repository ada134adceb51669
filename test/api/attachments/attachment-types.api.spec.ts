import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { useApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import {
  createUpload,
  uploadIdOf,
  downloadFile,
  postFiles,
  sendFile,
  UPLOAD_QUERY,
} from '../../support/app/upload-files.js';
import { makeChannelWithMessage } from '../../support/messages/message-documents.js';
import {
  PICTURE_CANARY,
  animationOfFrames,
  decompressionBomb,
  rotatedPicture,
  greenPicture,
  redOfEdgeRows,
  picturesWithCanary,
} from '../../support/app/test-pictures.js';
import {
  readVoiceNote,
  pdfWithCanary,
  voiceNoteWithCanary,
} from '../../support/app/canary-files.js';
import type { Person } from '../../support/factories/make-people.js';

/** The EICAR antivirus test file, split in two so that scanners do not report this source file. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '',
);

const NONE = Array.from({ length: 4 }, () => undefined);

describe('an uploaded attachment', () => {
  const app = useApp();
  let ben: Person;
  let ada: Person;
  let id: string;
  beforeAll(async () => {
    ({ ben, ada, id } = await makeChannelWithMessage(app));
  });
  afterEach(() => app.db.query('delete from rate_limit'));

  /** Uploads a file and returns it with all of its served bytes. */
  async function served(bytes: Buffer, about = {}) {
    const file = await sendFile(ben, bytes, about);
    expect(file).toMatchObject({ state: 'ready', refusal: null });
    await postFiles(ben, id, [file.id]);
    const original = Buffer.from(await (await downloadFile(ada, file.id)).arrayBuffer());
    const thumb = Buffer.from(await (await downloadFile(ada, file.id, 'thumb')).arrayBuffer());
    expect(original.length).toBe(file.bytes);
    expect(original.includes(PICTURE_CANARY)).toBe(false);
    expect(thumb.includes(PICTURE_CANARY)).toBe(false);
    return { file, original, thumb };
  }
  const refused = async (bytes: Buffer, about = {}) => {
    const { state, refusal } = await sendFile(ben, bytes, about);
    expect(state).toBe('refused');
    return refusal;
  };

  it('is re-encoded without metadata if it is a picture', async () => {
    for (const [type, bytes] of await picturesWithCanary()) {
      expect(bytes.includes(PICTURE_CANARY)).toBe(true);
      const { file, original, thumb } = await served(bytes, { name: `${PICTURE_CANARY}.exe` });
      expect(file).toMatchObject({ kind: 'image', type: `image/${type}`, width: 600, height: 400 });
      const about = await sharp(original).metadata();
      expect([about.format, about.exif, about.xmp, about.icc, about.iptc]).toEqual([type, ...NONE]);
      expect(await sharp(thumb).metadata()).toMatchObject({ format: 'webp', width: 480 });
      if (type === 'jpeg')
        expect(file.removed).toEqual(['location', 'author', 'device', 'comments']);
      else expect(file.removed.length).toBeGreaterThan(0);
    }
    expect((await served(await greenPicture().png().toBuffer())).file.removed).toEqual([]);
  });

  it('stays animated if it is an animation, and is turned upright if it is a rotated picture', async () => {
    const frames = await Promise.all(
      ['red', 'blue', 'green'].map((background) =>
        sharp({ create: { width: 20, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { file, original } = await served(moving);
    expect(file).toMatchObject({ type: 'image/gif', width: 20, height: 20 });
    expect((await sharp(original, { animated: true }).metadata()).pages).toBe(3);
    const upright = await served(await rotatedPicture());
    const [top, bottom] = await redOfEdgeRows(upright.original);
    expect([top > 200, bottom < 50]).toEqual([true, true]);
    expect(upright.file).toMatchObject({ width: 200, height: 400 });
  });

  it('keeps only sound and length if it is a voice note', async () => {
    for (const bytes of [readVoiceNote(), await voiceNoteWithCanary()]) {
      const { file, original } = await served(bytes, { name: '', type: 'audio/webm' });
      expect(file).toMatchObject({ kind: 'voice', type: 'audio/webm', name: 'trama.webm' });
      expect(file.seconds).toBeGreaterThan(2);
      expect(file.seconds).toBeLessThan(3);
      expect(original.includes('Chrome')).toBe(false);
    }
    const sung = await voiceNoteWithCanary();
    expect(sung.toString('latin1').split(PICTURE_CANARY).length).toBeGreaterThan(6);
    expect((await sendFile(ben, sung)).removed).toEqual(['author', 'device']);
  });

  it('loses its file name if it is a picture or a voice note, whatever type the client announced', async () => {
    const photo = await greenPicture().jpeg().toBuffer();
    const name = 'IMG_20260412_Maria_Quispe.jpg';
    for (const type of ['image/jpeg', 'application/pdf', ''])
      expect((await served(photo, { name, type })).file).toMatchObject({ name: 'trama.jpg' });
    const voice = { name: 'Grabación de Maria_Quispe.webm', type: 'audio/webm' };
    expect((await served(readVoiceNote(), voice)).file).toMatchObject({ name: 'trama.webm' });
    const announced = await createUpload(ben, photo.length, { name, type: 'image/jpeg' });
    expect(
      (await apiAs(ben).ask(UPLOAD_QUERY, { id: uploadIdOf(announced) })).attachment.name,
    ).toBe('trama.bin');
    const everywhere = await app.db.query(
      `select 1 from attachment where name ~ 'Quispe' union all select 1 from message where attachments::text ~ 'Quispe'`,
    );
    expect(everywhere).toEqual([]);
  });

  it('keeps its pages, and loses metadata and scripts, if it is a PDF', async () => {
    const bytes = await pdfWithCanary();
    expect(bytes.toString('latin1').split(PICTURE_CANARY).length).toBeGreaterThan(30);
    const { file, original } = await served(bytes, { name: 'informe final.pdf' });
    expect(file).toMatchObject({
      kind: 'document',
      type: 'application/pdf',
      name: 'informe final.pdf',
    });
    expect(file.removed).toEqual([
      ...['author', 'device', 'dates', 'thumbnail', 'comments', 'script', 'files'],
    ]);
    expect(original.toString('latin1')).not.toMatch(/JavaScript|Launch|EmbeddedFile|Metadata/);
    const opening = getDocument({ data: new Uint8Array(original), verbosity: 0 });
    const pdf = await opening.promise;
    const page = await pdf.getPage(1);
    const { items } = await page.getTextContent();
    expect(items.map((item) => ('str' in item ? item.str : ''))).toContain('Hola mundo');
    const marks = await page.getAnnotations();
    expect(marks.map(({ subtype }) => subtype)).toEqual([
      ...['Stamp', 'Highlight', 'Link', 'Link', 'Link', 'Link'],
    ]);
    expect(marks.flatMap(({ url }) => url ?? [])).toEqual(['https://abierto.example/']);
    expect(JSON.stringify([marks, await pdf.getMetadata()])).not.toContain(PICTURE_CANARY);
    expect((await page.getOperatorList()).fnArray.length).toBeGreaterThan(20);
    await opening.destroy();
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', 'image/svg+xml'],
    ['an HTML page', '<!doctype html><script>alert(1)</script>', 'text/html'],
    ['XML', '<?xml version="1.0"?><a/>', 'application/xml'],
    ['an MHTML page', 'MIME-Version: 1.0\nContent-Type: multipart/related', 'message/rfc822'],
    ['the antivirus test file', EICAR, 'application/pdf'],
    ['a TIFF', 'II*\0\x08\0\0\0', 'image/tiff'],
    ['a legacy Office document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/msword'],
    ['plain text', 'Hola', 'text/plain'],
  ])(
    'is rejected by its content if it is %s, whatever its name and announced type',
    async (_what, text, type) => {
      const bytes = Buffer.from(text, 'latin1');
      expect(await refused(bytes, { type })).toBe('upload.notAccepted');
      expect(await refused(bytes, { type: 'image/jpeg', name: 'foto.jpg' })).toBe(
        'upload.notAccepted',
      );
    },
  );

  it('is rejected if it is a decompression bomb or incomplete, and does not block the next upload', async () => {
    const jpeg = await greenPicture(900, 900).jpeg().toBuffer();
    expect(await refused(decompressionBomb())).toBe('upload.tooMuchInside');
    expect(await refused(await animationOfFrames(100_000))).toBe('upload.tooMuchInside');
    expect(await refused(jpeg.subarray(0, jpeg.length / 2))).toBe('upload.broken');
    expect(await refused(readVoiceNote().subarray(0, 200))).toBe('upload.broken');
    expect(await refused(Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog'))).toBe('upload.broken');
    expect(await refused(Buffer.from('GIF89a<script>alert(1)</script>'))).toBe('upload.broken');
    expect((await sendFile(ben, jpeg)).state).toBe('ready');
  });
});
