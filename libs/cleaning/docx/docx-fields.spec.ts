import type { RemovedDataKind } from '#cleaning/cleaned-file.js';
import { cleanXml, parseXml, writeXml } from '#cleaning/docx/docx-xml.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const CANARY = 'zarapito';

const mark = (type: string, inside = '') =>
  `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const text = (said: string) => `<w:r><w:t>${said}</w:t></w:r>`;
const field = (codes: readonly string[], result = text('resultado')) =>
  [mark('begin'), ...codes.map(code), mark('separate'), result, mark('end')].join('');

function cleaned(inside: string) {
  const removed = new Set<RemovedDataKind>();
  const document = parseXml(
    Buffer.from(`<w:document xmlns:w="${W}"><w:body><w:p>${inside}</w:p></w:body></w:document>`),
  );
  cleanXml(document, { isSettings: false, idOf: (id) => id, hiding: new Set(), removed });
  const xml = writeXml(document).toString();
  const told = (tag: string) => [...xml.matchAll(new RegExp(`<w:${tag}>([^<]*)<`, 'g'))];
  const shown = told('t').map(([, said]) => said);
  const codes = told('instrText').map(([, said]) => said!.trim());
  return { xml, shown: shown.join('|'), code: codes.join(''), removed: [...removed] };
}

describe('a field of a Word document', () => {
  it.each([
    ['INCLUDEPIC', `TURE "http://lejos.example/${CANARY}.png" \\d`],
    ['DDE', `AUTO Excel "C:\\${CANARY}.xls" R1C1`],
    ['HYPER', `LINK "file:///C:/Users/${CANARY}"`],
    ['HYPERLINK ', `"\\\\lejos.example\\${CANARY}"`],
    ['RD ', `C:\\\\${CANARY}.docx`],
    ['INCLUDE ', `"http://lejos.example/${CANARY}"`],
    ['LI', `NK Excel.Sheet.8 "${CANARY}"`],
    ['PAGE', ` "http://lejos.example/${CANARY}"`],
    ['DOCPROPERTY ', CANARY],
  ])(
    'is replaced by its visible result, even if its code is split into the runs %s and %s',
    (...codes) => {
      const { xml, shown, removed } = cleaned(text('antes') + field(codes) + text('después'));
      expect(shown).toBe('antes|resultado|después');
      expect(xml).not.toMatch(/zarapito|instrText|fldChar/);
      expect(removed).toEqual(['script']);
      const simple = cleaned(
        `<w:fldSimple w:instr="${codes.join('').replaceAll('"', '&quot;')}"><w:fldData>${CANARY}</w:fldData>${text('resultado')}</w:fldSimple>`,
      );
      expect(simple.xml).not.toMatch(/zarapito|fldSimple/);
      expect(simple.shown).toBe('resultado');
    },
  );

  it.each([
    [['PA', 'GE \\* MERGEFORMAT'], 'PAGE \\* MERGEFORMAT'],
    [['TOC \\o "1-3" \\h \\z \\u'], 'TOC \\o "1-3" \\h \\z \\u'],
    [['PAGEREF _Toc', '1234 \\h'], 'PAGEREF _Toc1234 \\h'],
    [['SEQ Figura \\* ARABIC'], 'SEQ Figura \\* ARABIC'],
    [['HYPERLINK \\l "_Toc12"'], 'HYPERLINK \\l "_Toc12"'],
    [
      [`HYPERLINK "https://abierto.example/"`, ` \\o "${CANARY}"`],
      'HYPERLINK "https://abierto.example/"',
    ],
  ])('keeps working if it only counts or links safely: %s', (codes, kept) => {
    const { xml, code: written, shown, removed } = cleaned(field(codes));
    expect([written, shown, removed]).toEqual([kept, 'resultado', []]);
    expect(xml).not.toContain(CANARY);
    expect(xml.match(/fldCharType="(begin|separate|end)"/g)).toHaveLength(3);
  });

  it('loses the data and macros that are attached to its markers', () => {
    const form = `<w:ffData><w:entryMacro w:val="${CANARY}"/></w:ffData><w:fldData>${CANARY}</w:fldData>`;
    const inside = [mark('begin', form), code('PAGE'), mark('separate'), text('1'), mark('end')];
    const { xml, code: kept } = cleaned(inside.join(''));
    expect(kept).toBe('PAGE');
    expect(xml).not.toContain(CANARY);
  });

  it('cleaning removes a hidden field inside the code of another field, with the hidden text around it', () => {
    const outer = [
      ...[mark('begin'), code('IF '), field([`DOCPROPERTY ${CANARY}`], text(CANARY))],
      ...[code(` = "a" "${CANARY}"`), text(CANARY), mark('separate'), text('visto'), mark('end')],
    ];
    const { xml, shown } = cleaned(outer.join(''));
    expect(shown).toBe('visto');
    expect(xml).not.toMatch(/zarapito|fldChar|instrText/);
  });

  it('cleaning keeps a table of contents together with the fields inside it', () => {
    const { code: codes, shown } = cleaned(
      field(
        ['TOC \\o "1-3"'],
        field(['HYPERLINK \\l "_Toc1"'], text('Uno') + field(['PAGEREF _Toc1'], text('4'))),
      ),
    );
    expect(codes).toBe('TOC \\o "1-3"HYPERLINK \\l "_Toc1"PAGEREF _Toc1');
    expect(shown).toBe('Uno|4');
  });

  it('becomes text if its begin marker is missing, and makes the cleaner refuse the document if its end marker is missing', () => {
    const { xml, shown } = cleaned(code(CANARY) + mark('separate') + text('a') + mark('end'));
    expect(shown).toBe('a');
    expect(xml).not.toMatch(/zarapito|fldChar/);
    expect(() => cleaned(mark('begin') + code('PAGE'))).toThrow('broken');
  });
});
