import { posix } from 'node:path';
import type { Document } from '@xmldom/xmldom';
import { reencodePicture } from '#cleaning/images/clean-image.js';
import {
  type CleanedFile,
  sortRemovedDataKinds,
  FileRefusedError,
  type RemovedDataKind,
} from '#cleaning/cleaned-file.js';
import {
  DROPPED_PARTS,
  MACRO_PARTS,
  PICTURE_PARTS,
  SAFE_LINK_ADDRESS,
  TEXT_PARTS,
} from '#cleaning/docx/docx-names.js';
import { hiddenTextStyles } from '#cleaning/docx/docx-hidden-content.js';
import {
  type DocxRelation,
  readRelations,
  writeRelations,
  writeContentTypes,
} from '#cleaning/docx/docx-relations.js';
import { elementsOf } from '#cleaning/docx/xml-tree.js';
import { cleanXml, parseXml, writeXml } from '#cleaning/docx/docx-xml.js';
import { type ZipArchive, createZipArchive, openZipArchive } from '#cleaning/zip-archive.js';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TYPES = '[Content_Types].xml';
const STYLES = 'word/styles.xml';
const ROOT_RELATIONS = '_rels/.rels';
const MOST_XML = 30 * 1024 * 1024;
const MOST_PICTURES = 200;

/** Rewrites a Word document with the same text and pictures. Parses and rewrites each part; drops all other parts. */
export async function cleanDocx(bytes: Buffer): Promise<CleanedFile> {
  try {
    return await new Rewriting(await openZipArchive(bytes)).done();
  } catch (error) {
    if (error instanceof FileRefusedError) throw error;
    throw new FileRefusedError('broken');
  }
}

class Rewriting {
  private readonly removed = new Set<RemovedDataKind>();
  private readonly parts = new Map<string, Buffer>();
  private readonly pictures = new Map<string, string | undefined>();
  private readonly waiting: string[] = [];
  private hiding: ReadonlySet<string> = new Set();
  private readonly old: ZipArchive;
  private xml = 0;

  constructor(old: ZipArchive) {
    this.old = old;
  }

  async done(): Promise<CleanedFile> {
    const { names } = this.old;
    if (!names.includes(TYPES) || !names.some((name) => /^word\/document\d*\.xml$/.test(name)))
      throw new FileRefusedError('notAccepted');
    const types = await this.parsed(TYPES);
    const isMacro = elementsOf(types.documentElement!).some((one) =>
      /macroEnabled|vba/i.test(one.getAttribute('ContentType') ?? ''),
    );
    if (isMacro || names.some((name) => MACRO_PARTS.test(name)))
      throw new FileRefusedError('macros');
    this.noteLeftOut();
    if (names.includes(STYLES)) {
      this.hiding = hiddenTextStyles((await this.parsed(STYLES)).documentElement!);
    }
    // Only parts that relations refer to are copied.
    await this.relations(ROOT_RELATIONS, '');
    if (!this.waiting.some((name) => name.startsWith('word/document')))
      throw new FileRefusedError('broken');
    for (let name = this.waiting.pop(); name; name = this.waiting.pop()) await this.text(name);
    const head = new Map([[TYPES, writeContentTypes(types, this.parts.keys())]]);
    const original = await createZipArchive(new Map([...head, ...this.parts]));
    return {
      ...{ kind: 'document', type: TYPE, width: null, height: null, seconds: null },
      removed: sortRemovedDataKinds(this.removed),
      parts: new Map([['original', original]]),
    };
  }

  private noteLeftOut(): void {
    for (const name of this.old.names) {
      for (const [pattern, word] of DROPPED_PARTS) if (pattern.test(name)) this.removed.add(word);
    }
  }

  /** Re-encodes a picture once and returns its new name. */
  private async picture(name: string): Promise<string | undefined> {
    if (this.pictures.has(name)) return this.pictures.get(name);
    if (this.pictures.size >= MOST_PICTURES) throw new FileRefusedError('tooMuchInside');
    const drawn = await reencodePicture(await this.old.read(name));
    const ending = posix.extname(name).toLowerCase();
    const fresh = drawn && `word/media/image${this.pictures.size + 1}${ending}`;
    this.pictures.set(name, fresh);
    if (!drawn || !fresh) return undefined;
    for (const word of drawn.removed) this.removed.add(word);
    this.parts.set(fresh, drawn.bytes);
    return fresh;
  }

  private async text(name: string): Promise<void> {
    if (this.parts.has(name)) return;
    const document = await this.parsed(name);
    this.parts.set(name, Buffer.alloc(0));
    const beside = posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`);
    const ids = await this.relations(beside, posix.dirname(name));
    cleanXml(document, {
      isSettings: name === 'word/settings.xml',
      idOf: (id) => ids.get(id),
      ...{ hiding: this.hiding, removed: this.removed },
    });
    this.parts.set(name, writeXml(document));
  }

  /** Keeps relations to copied parts and safe external addresses. Returns the new id of each. */
  private async relations(name: string, folder: string): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    if (!this.old.names.includes(name)) return ids;
    const kept: DocxRelation[] = [];
    for (const relation of readRelations(await this.parsed(name))) {
      const target = await this.targetOf(relation, folder);
      if (target === undefined || ids.has(relation.id)) continue;
      const id = `rId${kept.length + 1}`;
      ids.set(relation.id, id);
      kept.push({ ...relation, id, target });
    }
    this.parts.set(name, writeRelations(kept));
    return ids;
  }

  private async targetOf(
    { kind, target, isOutside }: DocxRelation,
    folder: string,
  ): Promise<string | undefined> {
    if (isOutside)
      return kind.endsWith('/hyperlink') && SAFE_LINK_ADDRESS.test(target) ? target : undefined;
    const path = posix.join('/', target.startsWith('/') ? '' : folder, target).slice(1);
    if (!this.old.names.includes(path)) return undefined;
    if (PICTURE_PARTS.test(path)) {
      const fresh = await this.picture(path);
      return fresh && posix.relative(folder, fresh);
    }
    if (!TEXT_PARTS.test(path)) return undefined;
    this.waiting.push(path);
    return posix.relative(folder, path);
  }

  private async parsed(name: string): Promise<Document> {
    const bytes = await this.old.read(name);
    this.xml += bytes.length;
    if (this.xml > MOST_XML) throw new FileRefusedError('tooMuchInside');
    return parseXml(bytes);
  }
}
