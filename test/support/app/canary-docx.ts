import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { PICTURE_CANARY, picturesWithCanary } from './test-pictures.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const WP = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
const PIC = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SAID = `w:id="1" w:author="${PICTURE_CANARY}" w:date="2026-01-01T00:00:00Z" w:initials="${PICTURE_CANARY}"`;

const run = (text: string) =>
  `<w:r w:rsidR="${PICTURE_CANARY}"><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string) =>
  `<w:p w:rsidR="00AB12CD" w:rsidRDefault="${PICTURE_CANARY}">${inside}</w:p>`;
const picture = (
  id: string,
) => `<w:r><w:drawing><wp:inline xmlns:wp="${WP}"><wp:extent cx="900000" cy="600000"/>
  <wp:docPr id="1" name="${PICTURE_CANARY}" descr="C:\\Users\\${PICTURE_CANARY}\\foto.jpg"/>
  <a:graphic xmlns:a="${A}"><a:graphicData uri="${PIC}"><pic:pic xmlns:pic="${PIC}">
  <pic:nvPicPr><pic:cNvPr id="0" name="${PICTURE_CANARY}.jpg"/><pic:cNvPicPr/></pic:nvPicPr>
  <pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
  <pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

const DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?><!-- ${PICTURE_CANARY} --><?said ${PICTURE_CANARY}?>
<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>
${paragraph(`<w:commentRangeStart w:id="1"/>${run('Hola ')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`)}
${paragraph(`<w:ins ${SAID}>${run('agregado')}</w:ins><w:del ${SAID}><w:r><w:delText>${PICTURE_CANARY}</w:delText></w:r></w:del>`)}
${paragraph(`<w:pPr><w:pPrChange ${SAID}><w:pPr><w:pStyle w:val="${PICTURE_CANARY}"/></w:pPr></w:pPrChange></w:pPr>${run('texto')}`)}
${paragraph(`<w:moveFrom ${SAID}>${run(PICTURE_CANARY)}</w:moveFrom>`)}
${paragraph(`<w:hyperlink r:id="rId2">${run('enlace')}</w:hyperlink><w:hyperlink r:id="rId3">${run('archivo')}</w:hyperlink>`)}
${paragraph(`<w:r><w:instrText>INCLUDEPICTURE "http://lejos.example/${PICTURE_CANARY}.png"</w:instrText></w:r>`)}
${paragraph(picture('rId1'))}${paragraph(picture('rId9'))}
<w:sdt><w:sdtPr><w:tag w:val="${PICTURE_CANARY}"/><w:dataBinding w:xpath="/${PICTURE_CANARY}"/></w:sdtPr><w:sdtContent>${paragraph(run('campo'))}</w:sdtContent></w:sdt>
<w:tbl><w:tr><w:trPr><w:del ${SAID}/></w:trPr><w:tc>${paragraph(run(PICTURE_CANARY))}</w:tc></w:tr>
<w:tr><w:tc>${paragraph(run('celda'))}</w:tc></w:tr></w:tbl>
<w:altChunk r:id="rId4"/></w:body></w:document>`;

const xml = (text: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
const relations = (list: readonly (readonly [string, string, string, boolean?])[]) =>
  xml(
    `<Relationships xmlns="${PACKAGE}/relationships">${list
      .map(
        ([id, type, target, isOutside]) =>
          `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"${isOutside ? ' TargetMode="External"' : ''}/>`,
      )
      .join('')}</Relationships>`,
  );

/**
 * Returns the parts of a Word document with a picture, a link and a table, and with the canary in every metadata field.
 */
export async function docxPartsWithCanary(): Promise<Map<string, Buffer>> {
  const types = ['document', 'settings', 'styles', 'comments', 'people'].map(
    (part) =>
      `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${part === 'document' ? 'document.main' : part}+xml"/>`,
  );
  return new Map([
    [
      '[Content_Types].xml',
      xml(`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>${types.join('')}</Types>`),
    ],
    [
      '_rels/.rels',
      relations([
        ['rId1', 'officeDocument', 'word/document.xml'],
        ['rId2', 'extended-properties', 'docProps/app.xml'],
      ]),
    ],
    ['word/document.xml', Buffer.from(DOCUMENT)],
    [
      'word/_rels/document.xml.rels',
      relations([
        ['rId1', 'image', 'media/image1.jpeg'],
        ['rId2', 'hyperlink', 'https://abierto.example/', true],
        ['rId3', 'hyperlink', `file:///C:/Users/${PICTURE_CANARY}`, true],
        ['rId4', 'aFChunk', 'afchunk.mht'],
        ['rId5', 'comments', 'comments.xml'],
        ['rId6', 'settings', 'settings.xml'],
        ['rId7', 'styles', 'styles.xml'],
        ['rId9', 'image', `http://lejos.example/${PICTURE_CANARY}.png`, true],
      ]),
    ],
    [
      'word/settings.xml',
      xml(`<w:settings xmlns:w="${W}" xmlns:r="${R}"><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsidRoot w:val="${PICTURE_CANARY}"/></w:rsids>
        <w:defaultTabStop w:val="708"/><w:docVars><w:docVar w:name="${PICTURE_CANARY}" w:val="${PICTURE_CANARY}"/></w:docVars></w:settings>`),
    ],
    [
      'word/_rels/settings.xml.rels',
      relations([
        ['rId1', 'attachedTemplate', `file:///C:/Users/${PICTURE_CANARY}/Normal.dotm`, true],
      ]),
    ],
    [
      'word/styles.xml',
      xml(
        `<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/><w:rsid w:val="${PICTURE_CANARY}"/></w:style></w:styles>`,
      ),
    ],
    [
      'word/comments.xml',
      xml(
        `<w:comments xmlns:w="${W}"><w:comment ${SAID}>${paragraph(run(PICTURE_CANARY))}</w:comment></w:comments>`,
      ),
    ],
    ['word/people.xml', xml(`<people>${PICTURE_CANARY}</people>`)],
    ['word/afchunk.mht', Buffer.from(PICTURE_CANARY)],
    ['word/embeddings/oleObject1.bin', Buffer.from(PICTURE_CANARY)],
    ['word/media/image1.jpeg', (await picturesWithCanary()).get('jpeg')!],
    ['customXml/item1.xml', xml(`<a>${PICTURE_CANARY}</a>`)],
    ['docProps/core.xml', xml(`<core>${PICTURE_CANARY}</core>`)],
    ['docProps/app.xml', xml(`<app>${PICTURE_CANARY}</app>`)],
    ['docProps/custom.xml', xml(`<custom>${PICTURE_CANARY}</custom>`)],
    ['docProps/thumbnail.jpeg', Buffer.from(PICTURE_CANARY)],
  ]);
}

/** Zips the parts without compression, so that their text can be searched in the archive. */
export async function zipParts(parts: ReadonlyMap<string, Buffer>, comment = ''): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, bytes] of parts) zip.addBuffer(bytes, name, { compress: false });
  zip.end({ comment, forceZip64Format: false });
  return buffer(zip.outputStream as NodeJS.ReadableStream & AsyncIterable<Buffer>);
}
