import { cleanDocx } from '#cleaning/docx/clean-docx.js';
import { openZipArchive } from '#cleaning/zip-archive.js';
import { docxPartsWithCanary, zipParts } from '../../support/app/canary-docx.js';

const CANARY = 'zarapito';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const VML = 'urn:schemas-microsoft-com:vml';
const OFFICE = 'urn:schemas-microsoft-com:office:office';

/** Cleans a Word document made of these paragraphs and extra parts, and returns the resulting parts. */
async function cleaned(inside: string, more: Readonly<Record<string, string | Buffer>> = {}) {
  const parts = await docxPartsWithCanary();
  const head = `xmlns:w="${W}" xmlns:r="${R}" xmlns:v="${VML}" xmlns:o="${OFFICE}" xmlns:mc="${MC}" xmlns:zz="urn:${CANARY}"`;
  const text = `<w:document ${head} mc:Ignorable="zz"><w:body>${inside}</w:body></w:document>`;
  parts.set('word/document.xml', Buffer.from(text));
  for (const [name, bytes] of Object.entries(more)) parts.set(name, Buffer.from(bytes));
  const { parts: made, removed } = await cleanDocx(await zipParts(parts));
  const archive = await openZipArchive(made.get('original')!);
  const all = new Map<string, string>();
  for (const name of archive.names) all.set(name, (await archive.read(name)).toString('latin1'));
  const whole = [...all].flat().join('\n');
  return { all, whole, document: all.get('word/document.xml')!, removed };
}
const run = (text: string, about = '') =>
  `<w:r>${about && `<w:rPr>${about}</w:rPr>`}<w:t>${text}</w:t></w:r>`;
const shown = (xml: string) =>
  [...xml.matchAll(/<w:t>([^<]*)</g)].map(([, said]) => said).join(' ');

describe('a cleaned Word document', () => {
  it('keeps legacy VML shapes without their names, links and sources', async () => {
    const { document, whole } = await cleaned(`<w:p><w:r><w:pict>
      <v:shapetype id="_x0000_t75" coordsize="21600,21600"/>
      <v:shape id="${CANARY}" type="#_x0000_t75" alt="${CANARY}" title="${CANARY}" href="http://${CANARY}.example" target="${CANARY}" style="width:9pt" o:spid="${CANARY}" o:gfxdata="${CANARY}">
      <v:imagedata r:id="rId1" o:title="${CANARY}" src="file:///${CANARY}.png" o:href="http://${CANARY}.example/a.png"/></v:shape>
      </w:pict></w:r></w:p>`);
    expect(whole).not.toContain(CANARY);
    expect(document).toMatch(/<v:shape type="#_x0000_t75" style="width:9pt">/);
    expect(document).toMatch(/<v:imagedata r:id="rId1"\/>/);
  });

  it('declares the types of its parts, and drops parts that nothing refers to', async () => {
    const stray = `<w:hdr xmlns:w="${W}"><w:p>${run(CANARY)}</w:p></w:hdr>`;
    const kinds = 'http://schemas.openxmlformats.org/package/2006';
    const { all, whole } = await cleaned(`<w:p>${run('Hola')}</w:p>`, {
      'word/header7.xml': stray,
      'word/media/stray.jpeg': (await docxPartsWithCanary()).get('word/media/image1.jpeg')!,
      'word/_rels/header7.xml.rels': `<Relationships xmlns="${kinds}/relationships"/>`,
      '_rels/.rels': `<?xml version="1.0"?><!-- ${CANARY} --><Relationships xmlns="${kinds}/relationships"><!-- ${CANARY} -->
        <Relationship Id="${CANARY}" Type="${R}/officeDocument" Target="word/document.xml" own="${CANARY}"/>
        <Relationship Id="r2" Type="http://${CANARY}.example/hyperlink" Target="http://abierto.example/${CANARY}" TargetMode="External"/></Relationships>`,
      '[Content_Types].xml': (await docxPartsWithCanary())
        .get('[Content_Types].xml')!
        .toString()
        .replace(
          '</Types>',
          `<!-- ${CANARY} --><Default Extension="${CANARY}" ContentType="x/${CANARY}"/></Types>`,
        ),
    });
    expect(whole).not.toContain(CANARY);
    expect([...all.keys()].sort()).toEqual([
      ...['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels'],
      ...['word/_rels/settings.xml.rels', 'word/document.xml', 'word/media/image1.jpeg'],
      ...['word/settings.xml', 'word/styles.xml'],
    ]);
  });

  it('drops text that is hidden, directly or through a style', async () => {
    const hidden = '<w:vanish/>';
    const styles = `<w:styles xmlns:w="${W}"><w:style w:styleId="Oculto"><w:rPr>${hidden}</w:rPr></w:style>
      <w:style w:styleId="Hijo"><w:basedOn w:val="Oculto"/></w:style></w:styles>`;
    const { document, removed } = await cleaned(
      `<w:p>${run(CANARY, hidden)}${run('Uno', '<w:vanish w:val="0"/>')}${run(CANARY, '<w:rStyle w:val="Hijo"/>')}</w:p>
      <w:p><w:pPr><w:pStyle w:val="Oculto"/></w:pPr>${run(CANARY)}${run('Dos', '<w:vanish w:val="false"/>')}</w:p>`,
      { 'word/styles.xml': styles },
    );
    expect(document).not.toContain(CANARY);
    expect(shown(document)).toBe('Uno Dos');
    expect(removed).toContain('other');
  });

  it('keeps the content of a form field, and drops its name and choices', async () => {
    const { document } = await cleaned(
      `<w:sdt><w:sdtPr><w:alias w:val="${CANARY}"/><w:dropDownList><w:listItem w:value="${CANARY}"/></w:dropDownList></w:sdtPr>
      <w:sdtContent><w:p>${run('Vale')}</w:p></w:sdtContent></w:sdt>`,
    );
    expect(document).not.toMatch(/zarapito|sdt/);
    expect(shown(document)).toBe('Vale');
  });

  it('drops unknown namespaces, and text in positions where Word shows no text', async () => {
    const { document, whole } = await cleaned(
      `${CANARY}<zz:own zz:a="${CANARY}">${CANARY}</zz:own><w:p zz:a="${CANARY}">${CANARY}<mc:AlternateContent>
      <mc:Choice Requires="zz">${run(CANARY)}</mc:Choice><mc:Fallback>${run('Hola')}</mc:Fallback></mc:AlternateContent></w:p>`,
    );
    expect(whole).not.toMatch(/zarapito|zz:/);
    expect(document).not.toContain('AlternateContent');
    expect(shown(document)).toBe('Hola');
  });
});
