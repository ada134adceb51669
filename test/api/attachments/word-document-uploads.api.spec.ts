import { crc32, deflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { useApp } from '../../support/app/app.js';
import { downloadFile, postFiles, sendFile } from '../../support/app/upload-files.js';
import { makeChannelWithMessage } from '../../support/messages/message-documents.js';
import { PICTURE_CANARY } from '../../support/app/test-pictures.js';
import { docxPartsWithCanary, zipParts } from '../../support/app/canary-docx.js';
import type { Person } from '../../support/factories/make-people.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('an uploaded Word document', () => {
  const app = useApp();
  let ben: Person;
  let ada: Person;
  let id: string;
  beforeAll(async () => {
    ({ ben, ada, id } = await makeChannelWithMessage(app));
  });
  afterEach(() => app.db.query('delete from rate_limit'));

  const outcome = async (bytes: Buffer) => {
    const { state, refusal } = await sendFile(ben, bytes, { name: 'acta.docx', type: DOCX });
    return refusal ?? state;
  };
  const withParts = async (more: readonly (readonly [string, Buffer | string])[]) => {
    const parts = await docxPartsWithCanary();
    for (const [name, bytes] of more) parts.set(name, Buffer.from(bytes));
    return zipParts(parts);
  };

  it('keeps its text and pictures, and loses its author, history and other metadata', async () => {
    const bytes = await zipParts(await docxPartsWithCanary(), PICTURE_CANARY);
    expect(bytes.toString('latin1').split(PICTURE_CANARY).length).toBeGreaterThan(60);
    const file = await sendFile(ben, bytes, { name: 'acta\r\nfinal.docx', type: DOCX });
    expect(file).toMatchObject({ kind: 'document', type: DOCX, name: 'acta final.docx' });
    expect(file.removed).toEqual([
      ...['location', 'author', 'device', 'thumbnail', 'comments', 'history', 'script', 'files'],
      'other',
    ]);
    await postFiles(ben, id, [file.id]);
    const original = Buffer.from(await (await downloadFile(ada, file.id)).arrayBuffer());
    const { value, messages } = await mammoth.convertToHtml({ buffer: original });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    expect(value.replace(/base64,[^"]+/, '')).toBe(
      '<p>Hola </p><p>agregado</p><p>texto</p><p><a href="https://abierto.example/">enlace</a>archivo</p>' +
        '<p><img src="data:image/jpeg;" /></p><p>campo</p><table><tr><td><p>celda</p></td></tr></table>',
    );
    expect(await unpackedText(original)).not.toContain(PICTURE_CANARY);
  });

  it('is rejected with a reason if it has macros, is encrypted or has another format', async () => {
    const macros: [string, string][] = [['word/vbaProject.bin', 'x']];
    expect(await outcome(await withParts(macros))).toBe('upload.macros');
    expect(await outcome(await withParts([['word/activeX/activeX1.xml', '<a/>']]))).toBe(
      'upload.macros',
    );
    const parts = await docxPartsWithCanary();
    const types = parts
      .get('[Content_Types].xml')!
      .toString()
      .replace('document.main', 'x.macroEnabled.main');
    expect(await outcome(await withParts([['[Content_Types].xml', types]]))).toBe('upload.macros');
    expect(await outcome(await zipParts(new Map([['a.txt', Buffer.from('a')]])))).toBe(
      'upload.notAccepted',
    );
    expect(await outcome(await zipParts(new Map([['xl/workbook.xml', Buffer.from('<a/>')]])))).toBe(
      'upload.notAccepted',
    );
    expect(await outcome(archive([...parts], { flags: 1 }))).toBe('upload.locked');
  });

  it.each([
    ['declares its own entities', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['is not XML', '<w:document><w:body></w:document>'],
    ['is empty', ''],
  ])('is rejected when its main XML part %s', async (_what, text) => {
    expect(await outcome(await withParts([['word/document.xml', text]]))).toBe('upload.broken');
  });

  it('is rejected before unpacking when it is a zip bomb', async () => {
    const huge = Buffer.alloc(45 * 1024 * 1024);
    const document = (await docxPartsWithCanary()).get('word/document.xml')!;
    expect(await outcome(archive([['word/document.xml', huge]]))).toBe('upload.tooMuchInside');
    const many = Array.from(
      { length: 3_000 },
      (_, at) => [`word/${at}.xml`, Buffer.from('x')] as const,
    );
    expect(await outcome(archive([['word/document.xml', document], ...many]))).toBe(
      'upload.tooMuchInside',
    );
    const lying = archive([['word/document.xml', huge]], { size: 10 });
    expect(['upload.broken', 'upload.tooMuchInside']).toContain(await outcome(lying));
    for (const name of ['../word/document.xml', '/word/document.xml', 'word\\document.xml'])
      expect(await outcome(archive([[name, document]]))).toBe('upload.broken');
    const link = archive([['word/document.xml', Buffer.from('/etc/passwd')]], { mode: 0o120_777 });
    expect(await outcome(link)).toBe('upload.broken');
    const twice = archive([
      ['word/document.xml', document],
      ['word/document.xml', document],
    ]);
    expect(await outcome(twice)).toBe('upload.broken');
    const deep = `<a>${'<b>'.repeat(200_000)}${'</b>'.repeat(200_000)}</a>`;
    const nested = await outcome(await withParts([['word/document.xml', deep]]));
    expect(['ready', 'upload.broken']).toContain(nested);
  });
});

/** Unpacks an archive that we wrote and returns its whole text. */
async function unpackedText(bytes: Buffer): Promise<string> {
  const { openZipArchive } = await import('#cleaning/zip-archive.js');
  const archive = await openZipArchive(bytes);
  const parts = await Promise.all(archive.names.map((name) => archive.read(name)));
  return [...archive.names, ...parts.map((part) => part.toString('latin1'))].join('\n');
}

/** Builds a ZIP archive byte by byte, so that its headers can be false. */
function archive(
  parts: readonly (readonly [string, Buffer])[],
  { size, mode = 0o100_644, flags = 0 }: { size?: number; mode?: number; flags?: number } = {},
): Buffer {
  const types = Buffer.from(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  );
  const all = [['[Content_Types].xml', types] as const, ...parts];
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of all) {
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(size ?? bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, Buffer.from(name), packed]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE((mode << 16) >>> 0, 6);
    more.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([Buffer.from('504b01021403', 'hex'), head, more, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(all.length, 4);
  end.writeUInt16LE(all.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('504b0506', 'hex'), end]);
}
