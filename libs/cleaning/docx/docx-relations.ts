import type { Document } from '@xmldom/xmldom';
import { FileRefusedError } from '#cleaning/cleaned-file.js';
import { elementsOf } from '#cleaning/docx/xml-tree.js';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const KINDS = new RegExp(
  '^http://(schemas\\.openxmlformats\\.org/officeDocument/2006|purl\\.oclc\\.org/ooxml/officeDocument|schemas\\.microsoft\\.com/office/20\\d\\d)' +
    '/relationships/(officeDocument|styles|numbering|fontTable|settings|footnotes|endnotes|header|footer|theme|chart|image|hyperlink' +
    '|chartStyle|chartColorStyle|diagram(Data|Layout|QuickStyle|Colors|Drawing))$',
);
const TYPE_OF_PART = /^application\/vnd\.(openxmlformats-officedocument|ms-office)\.[a-z.]+\+xml$/i;
const DEFAULTS: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

export interface DocxRelation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly isOutside: boolean;
}

/** Returns the relations of the accepted kinds. */
export const readRelations = (document: Document): DocxRelation[] =>
  elementsOf(document.documentElement!)
    .slice(1)
    .map((one) => ({
      id: one.getAttribute('Id') ?? '',
      kind: one.getAttribute('Type') ?? '',
      target: one.getAttribute('Target') ?? '',
      isOutside: one.getAttribute('TargetMode') === 'External',
    }))
    .filter(({ kind }) => KINDS.test(kind));

/** Writes the relations of a part from scratch, so that nothing else of the old file is copied. */
export function writeRelations(relations: readonly DocxRelation[]): Buffer {
  const each = relations.map(
    ({ id, kind, target, isOutside }) =>
      `<Relationship Id="${id}" Type="${kind}" Target="${escaped(target)}"${isOutside ? ' TargetMode="External"' : ''}/>`,
  );
  return Buffer.from(
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`,
  );
}

/** Writes the content types of the copied parts. */
export function writeContentTypes(old: Document, parts: Iterable<string>): Buffer {
  const names = [...parts];
  const endings = [...new Set(names.map((name) => name.replace(/^.*\./, '')))];
  const defaults = endings.map((ending) => {
    const type = DEFAULTS[ending];
    if (!type) throw new FileRefusedError('broken');
    return `<Default Extension="${ending}" ContentType="${type}"/>`;
  });
  const overrides = elementsOf(old.documentElement!).flatMap((one) => {
    const part = one.getAttribute('PartName')?.slice(1) ?? '';
    const type = one.getAttribute('ContentType') ?? '';
    if (!names.includes(part) || !TYPE_OF_PART.test(type)) return [];
    return [`<Override PartName="/${part}" ContentType="${type}"/>`];
  });
  return Buffer.from(
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">${[...defaults, ...overrides].join('')}</Types>`,
  );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
