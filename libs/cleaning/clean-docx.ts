import { posix } from 'node:path';
import type { Document } from '@xmldom/xmldom';
import { pictureAnew } from '#cleaning/clean-image.js';
import { type Cleaned, inOrder, NotClean, type Removed } from '#cleaning/cleaned.js';
import { LEFT_OUT, MACROS, PICTURES, SAFE_ADDRESS, TEXTS } from '#cleaning/docx-words.js';
import { cleanXml, elementsOf, parseXml, writeXml } from '#cleaning/docx-xml.js';
import { type Archive, archiveOf, openArchive } from '#cleaning/zip.js';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TYPES = '[Content_Types].xml';
const ROOT_RELATIONS = '_rels/.rels';
const MOST_XML = 30 * 1024 * 1024;
const MOST_PICTURES = 200;

/** A document of Word of the same text and pictures: each part parsed and written anew, what is not text left out. */
export async function cleanDocx(bytes: Buffer): Promise<Cleaned> {
  try {
    return await new Rewriting(await openArchive(bytes)).done();
  } catch (error) {
    if (error instanceof NotClean) throw error;
    throw new NotClean('broken');
  }
}

class Rewriting {
  private readonly removed = new Set<Removed>();
  private readonly parts = new Map<string, Buffer>();
  private readonly old: Archive;
  private xml = 0;

  constructor(old: Archive) {
    this.old = old;
  }

  async done(): Promise<Cleaned> {
    const { names } = this.old;
    if (!names.includes(TYPES) || !names.some((name) => /^word\/document\d*\.xml$/.test(name)))
      throw new NotClean('notAccepted');
    const types = await this.parsed(TYPES);
    const isMacro = elementsOf(types.documentElement!).some((one) =>
      /macroEnabled|vba/i.test(one.getAttribute('ContentType') ?? ''),
    );
    if (isMacro || names.some((name) => MACROS.test(name))) throw new NotClean('macros');
    this.noteLeftOut();
    await this.pictures();
    const texts = names.filter((name) => TEXTS.test(name));
    const kept = new Set([...texts, ...this.parts.keys()]);
    for (const name of texts) await this.text(name, kept);
    await this.relations(ROOT_RELATIONS, '', kept);
    const head = new Map([[TYPES, this.typesFor(types, kept)]]);
    const original = await archiveOf(new Map([...head, ...this.parts]));
    return {
      ...{ kind: 'document', type: TYPE, width: null, height: null, seconds: null },
      removed: inOrder(this.removed),
      parts: new Map([['original', original]]),
    };
  }

  private noteLeftOut(): void {
    for (const name of this.old.names) {
      for (const [pattern, word] of LEFT_OUT) if (pattern.test(name)) this.removed.add(word);
    }
  }

  private async pictures(): Promise<void> {
    const names = this.old.names.filter((name) => PICTURES.test(name));
    if (names.length > MOST_PICTURES) throw new NotClean('tooMuchInside');
    for (const name of names) {
      const drawn = await pictureAnew(await this.old.read(name));
      if (!drawn) continue;
      for (const word of drawn.removed) this.removed.add(word);
      this.parts.set(name, drawn.bytes);
    }
  }

  private async text(name: string, kept: ReadonlySet<string>): Promise<void> {
    const document = await this.parsed(name);
    const beside = posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`);
    const ids = await this.relations(beside, posix.dirname(name), kept);
    const isSettings = name === 'word/settings.xml';
    cleanXml(document, { isSettings, isKept: (id) => ids.has(id), removed: this.removed });
    this.parts.set(name, writeXml(document));
  }

  /** Of the relations of a part, those to parts that are kept and to addresses in the open; gives their ids. */
  private async relations(
    name: string,
    folder: string,
    kept: ReadonlySet<string>,
  ): Promise<ReadonlySet<string>> {
    const ids = new Set<string>();
    if (!this.old.names.includes(name)) return ids;
    const document = await this.parsed(name);
    for (const relation of elementsOf(document.documentElement!).slice(1)) {
      const target = relation.getAttribute('Target') ?? '';
      const isOutside = relation.getAttribute('TargetMode') === 'External';
      const path = posix.join('/', target.startsWith('/') ? '' : folder, target).slice(1);
      const isLink = (relation.getAttribute('Type') ?? '').endsWith('/hyperlink');
      const isKept = isOutside ? isLink && SAFE_ADDRESS.test(target) : kept.has(path);
      if (isKept) ids.add(relation.getAttribute('Id') ?? '');
      else relation.parentNode!.removeChild(relation);
    }
    this.parts.set(name, writeXml(document));
    return ids;
  }

  /** Types of parts that are there, and no others. */
  private typesFor(types: Document, kept: ReadonlySet<string>): Buffer {
    for (const one of elementsOf(types.documentElement!).slice(1)) {
      const part = one.getAttribute('PartName');
      if (part !== null && !kept.has(part.slice(1))) one.parentNode!.removeChild(one);
    }
    return writeXml(types);
  }

  private async parsed(name: string): Promise<Document> {
    const bytes = await this.old.read(name);
    this.xml += bytes.length;
    if (this.xml > MOST_XML) throw new NotClean('tooMuchInside');
    return parseXml(bytes);
  }
}
