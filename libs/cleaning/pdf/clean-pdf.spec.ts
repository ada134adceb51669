import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, type PDFObject, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { cleanPdf } from '#cleaning/pdf/clean-pdf.js';
import { stripContentStream } from '#cleaning/pdf/pdf-content.js';
import { stripJpeg2000Metadata } from '#cleaning/images/strip-image-metadata.js';

const CANARY = 'zarapito';
const key = (name: string) => PDFName.of(name);
const text = PDFString.of(CANARY);

async function blank() {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([200, 200]);
  page.drawText('Hola');
  await pdf.flush();
  const add = (value: unknown) => pdf.context.register(pdf.context.obj(value as never));
  const stream = (bytes: string | Buffer, about = {}) =>
    pdf.context.register(pdf.context.stream(bytes, about));
  return { pdf, page: page.node, add, stream };
}

/** Returns all objects of the result as text, with decompressed streams. */
async function cleaned(pdf: PDFDocument) {
  const before = Buffer.from(await pdf.save({ useObjectStreams: false }));
  const { parts, removed } = await cleanPdf(before);
  const after = await PDFDocument.load(parts.get('original')!, { updateMetadata: false });
  const all = after.context.enumerateIndirectObjects().map(([, one]) => said(one));
  return { after, all: all.join('\n'), removed };
}

function said(one: PDFObject): string {
  if (!(one instanceof PDFRawStream)) return String(one);
  const isPacked = one.dict.get(key('Filter')) === key('FlateDecode');
  const bytes = isPacked ? inflateSync(one.contents) : Buffer.from(one.contents);
  return `${one.dict} ${bytes.toString('latin1')}`;
}

describe('a sanitised PDF', () => {
  it('contains only keys needed to draw its pages', async () => {
    const { pdf, page, add, stream } = await blank();
    const own = { 'PTEX.FileName': text, 'PTEX.InfoDict': { Title: text }, x_own: text, Own: text };
    const form = stream('0 0 m', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], ...own });
    page.setXObject(key('Fm0'), form);
    for (const [name, value] of Object.entries(own))
      page.set(key(name), pdf.context.obj(value as never));
    page.set(key('DPart'), add({ Type: 'DPart', DPM: { Who: text } }));
    page.set(key('Type'), key('Page'));
    page
      .Resources()!
      .set(
        key('Properties'),
        pdf.context.obj({ MC0: { Who: text }, MC1: { Type: 'OCG', Name: PDFString.of('Capa') } }),
      );
    page.Resources()!.set(key('ProcSet'), text);
    const { all, removed } = await cleaned(pdf);
    expect(all).not.toMatch(/zarapito|PTEX|x_own|DPart|MC0/);
    expect(all).toMatch(/Fm0[^]*Capa/);
    expect(removed).toContain('other');
  });

  it('contains no comments, marked-content text or colour profiles', async () => {
    const { pdf, page, add, stream } = await blank();
    const drawn = `% ${CANARY}\n/Span <</ActualText (${CANARY}) /MCID 3>> BDC (a%b\\)) Tj EMC % ${CANARY}`;
    page.set(key('Contents'), pdf.context.obj([page.get(key('Contents')), stream(drawn)] as never));
    page.setXObject(
      key('Fm0'),
      stream(drawn, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] }),
    );
    const profile = stream(CANARY, { N: 3 });
    page.Resources()!.set(
      key('ColorSpace'),
      pdf.context.obj({
        CS0: ['ICCBased', profile],
        CS1: ['Indexed', ['ICCBased', profile], 0, text],
      }),
    );
    page.setFontDictionary(
      key('F9'),
      add({ Type: 'Font', Subtype: 'Type1', BaseFont: 'X', ToUnicode: stream(`%${CANARY}\nend`) }),
    );
    const { all } = await cleaned(pdf);
    expect(all.match(/zarapito/g)).toHaveLength(1); // The palette, which may contain any bytes.
    expect(all.match(/<<\/MCID 3>> BDC \(a%b\\\)\) Tj EMC/g)).toHaveLength(2);
    expect(all).toMatch(/\/CS0 \/DeviceRGB/);
  });

  it("treats every entry of a page's annotation list as an annotation", async () => {
    const { pdf, page, add } = await blank();
    const look = { AP: { N: pdf.context.stream('', {}) } };
    const note = {
      Subtype: 'Text',
      Rect: [0, 0, 1, 1],
      BBox: [0, 0, 1, 1],
      T: text,
      Contents: text,
    };
    page.set(
      key('Annots'),
      pdf.context.obj([
        add(note),
        note,
        { Subtype: '3D', BBox: [0], OnInstantiate: { JS: text }, '3DD': { Own: text } },
        { Type: 'Annot', Subtype: 'RichMedia', BBox: [0], RichMediaContent: { Assets: text } },
        add({
          Subtype: 'Highlight',
          BBox: [0],
          Rect: [0, 0, 1, 1],
          T: text,
          Contents: text,
          ...look,
        }),
        { Rect: [0, 0, 1, 1], BBox: [0], Sound: text, Movie: text },
      ] as never),
    );
    const { after, all, removed } = await cleaned(pdf);
    expect(all).not.toMatch(/zarapito|RichMedia|OnInstantiate/);
    expect(after.getPages()[0]!.node.Annots()!.size()).toBe(1);
    expect(removed).toEqual(expect.arrayContaining(['comments', 'script']));
  });

  it('keeps accessibility data only for content on its pages', async () => {
    const { pdf, page, add } = await blank();
    const gone = add({ Type: 'Page', MediaBox: [0, 0, 1, 1], Own: text });
    const link = add({ Subtype: 'Link', Rect: [0, 0, 1, 1], Contents: text });
    const lost = add({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 1, 1], Border: [text] });
    page.set(key('Annots'), pdf.context.obj([link]));
    const alt = PDFString.of('Una marcha');
    const kids = [
      add({ S: 'Figure', Pg: pdf.getPages()[0]!.ref, K: 0, Alt: alt, ActualText: text }),
      add({ S: 'Figure', Pg: gone, K: 0, Alt: text }),
      add({ S: 'Figure', K: [{ Type: 'MCR', Pg: gone, MCID: 0 }], Alt: text }),
      add({
        S: 'Figure',
        Pg: pdf.getPages()[0]!.ref,
        K: 0,
        Alt: PDFString.of(`C:\\${CANARY}.jpg`),
      }),
      add({ S: 'Link', K: { Type: 'OBJR', Obj: link } }),
      add({ S: 'Link', K: { Type: 'OBJR', Obj: lost }, T: text, ID: text }),
    ];
    const root = add({ Type: 'StructTreeRoot', K: kids, IDTree: { Names: [text, kids[0]] } });
    pdf.catalog.set(key('StructTreeRoot'), root);
    const { all, after } = await cleaned(pdf);
    expect(all).not.toContain(CANARY);
    expect(all.match(/Una marcha/g)).toHaveLength(1);
    expect(all.match(/OBJR/g)).toHaveLength(1);
    const shown = after.getPages()[0]!.node.Annots()!.get(0);
    expect(all).toContain(`/Obj ${shown}`);
  });
});

describe('an inline image of a page', () => {
  const jpeg = Buffer.from(
    `ffd8ffe1000a${Buffer.from(CANARY).toString('hex')}ffda000200ffd9`,
    'hex',
  );
  const around = (about: string, data: Buffer | string) =>
    Buffer.concat([Buffer.from(`q BI ${about} ID `), Buffer.from(data), Buffer.from('\nEI Q % x')]);

  it('loses its camera metadata', () => {
    const plain = stripContentStream(around('/W 1 /F /DCT', jpeg)).toString('latin1');
    expect(plain).not.toContain(CANARY);
    expect(plain).toContain('\xff\xda\x00\x02\x00\xff\xd9\nEI Q ');
    expect(() => stripContentStream(around('/F [/A85 /DCT]', 'x'))).toThrow('notAccepted');
  });

  it('keeps all other bytes, even if they look like comments or operators', () => {
    const data = Buffer.from('%( EI \xff\xfe << % ', 'latin1');
    const plain = stripContentStream(around('/W 1', data));
    expect(plain).toEqual(around('/W 1', data).subarray(0, -3));
  });
});

describe('a JPEG 2000 image', () => {
  const box = (type: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + body.length);
    head.write(type, 4);
    return Buffer.concat([head, body]);
  };
  const comment = Buffer.from(`ff64000c0001${Buffer.from(CANARY).toString('hex')}`, 'hex');
  const tile = (length: number, more: Buffer) => {
    const head = Buffer.from('ff90000a00000000000000 01'.replace(' ', ''), 'hex');
    head.writeUInt32BE(length, 6);
    return Buffer.concat([head, more, Buffer.from('ff93abcd', 'hex')]);
  };
  const start = Buffer.from('ff4fff510004aaaa', 'hex');
  const end = Buffer.from('ffd9', 'hex');
  const stream = Buffer.concat([start, comment, tile(16 + comment.length, comment), end]);
  const plain = Buffer.concat([start, tile(16, Buffer.alloc(0)), end]);

  it('loses its comments and its colour profile', () => {
    expect(stripJpeg2000Metadata(stream)).toEqual(plain);
    const ihdr = box('ihdr', Buffer.from('0000000100000001000307070000', 'hex'));
    const colours = box('colr', Buffer.concat([Buffer.from([2, 0, 0]), Buffer.from(CANARY)]));
    const whole = Buffer.concat([
      box('jp2h', Buffer.concat([ihdr, colours, box('res ', Buffer.from(CANARY))])),
      box('xml ', Buffer.from(CANARY)),
      box('jp2c', stream),
    ]);
    expect(stripJpeg2000Metadata(whole)).toEqual(
      Buffer.concat([
        box('jp2h', Buffer.concat([ihdr, box('colr', Buffer.from([1, 0, 0, 0, 0, 0, 16]))])),
        box('jp2c', plain),
      ]),
    );
  });
});
