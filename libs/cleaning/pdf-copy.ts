import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { NotClean, type Removed } from '#cleaning/cleaned.js';
import { plainStream } from '#cleaning/pdf-streams.js';
import { MARK_KEYS, MARKS, OTHER_MARKS, TELLING_KEYS, TOP_KEYS } from '#cleaning/pdf-keys.js';

const MOST_DEPTH = 100;
const SAFE_ADDRESS = /^(https?|mailto):/i;
const name = (text: string) => PDFName.of(text);
const [TYPE, SUBTYPE, RECT, BBOX, ACTION, KIND] = ['Type', 'Subtype', 'Rect', 'BBox', 'A', 'S'].map(
  name,
) as [PDFName, PDFName, PDFName, PDFName, PDFName, PDFName];

/** Copies what the pages of one document need into another, and notes in a word what it leaves behind. */
export class PdfCopy {
  private readonly refs = new Map<PDFRef, PDFRef>();
  private readonly waiting: PDFRef[] = [];
  private readonly pages: ReadonlySet<PDFRef>;
  private readonly old: PDFContext;

  private readonly document: PDFDocument;
  private readonly fresh: PDFContext;
  private readonly removed: Set<Removed>;

  constructor(document: PDFDocument, fresh: PDFContext, removed: Set<Removed>) {
    this.document = document;
    this.fresh = fresh;
    this.removed = removed;
    this.old = document.context;
    this.pages = new Set(document.getPages().map(({ ref }) => ref));
  }

  /** The whole of it, under a catalog of its own. */
  catalog(): PDFRef {
    const { catalog } = this.document;
    for (const key of catalog.keys()) this.noteKey(key);
    const top = this.picked(catalog, TOP_KEYS, 0);
    const names = this.old.lookup(catalog.get(name('Names')));
    if (names instanceof PDFDict) {
      for (const key of names.keys()) this.noteKey(key);
      top.set(name('Names'), this.picked(names, ['Dests'], 1));
    }
    const ref = this.fresh.register(top);
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) {
      this.fresh.assign(this.refs.get(next)!, this.copyTarget(next));
    }
    return ref;
  }

  /** A page that is in no tree of pages was taken out of the document. */
  private copyTarget(ref: PDFRef): PDFObject {
    const target = this.old.lookup(ref);
    const isPage = target instanceof PDFDict && target.get(TYPE) === name('Page');
    if (!target || (isPage && !this.pages.has(ref))) return PDFNull;
    return this.copy(target, 0);
  }

  private copy(value: PDFObject, depth: number): PDFObject {
    if (depth > MOST_DEPTH) throw new NotClean('tooMuchInside');
    if (value instanceof PDFRef) return this.refOf(value);
    if (value instanceof PDFArray) return this.copyList(value, depth);
    if (value instanceof PDFRawStream) return this.copyStream(value, depth);
    if (value instanceof PDFDict) return this.copyDict(value, depth);
    return value;
  }

  private refOf(ref: PDFRef): PDFRef {
    const known = this.refs.get(ref);
    if (known) return known;
    const fresh = this.fresh.nextRef();
    this.refs.set(ref, fresh);
    this.waiting.push(ref);
    return fresh;
  }

  private copyList(list: PDFArray, depth: number): PDFArray {
    const copy = PDFArray.withContext(this.fresh);
    for (const item of list.asArray()) {
      const target = this.old.lookup(item);
      if (target instanceof PDFDict && isMark(target) && !this.isSeen(target)) continue;
      copy.push(this.copy(item, depth + 1));
    }
    return copy;
  }

  private copyStream(stream: PDFRawStream, depth: number): PDFObject {
    const { dict, contents } = plainStream(stream, this.old);
    const copy = this.copyAll(dict, depth);
    for (const key of ['F', 'FFilter', 'FDecodeParms']) {
      if (!(dict.get(name(key)) instanceof PDFNumber)) copy.delete(name(key));
    }
    return PDFRawStream.of(copy, contents);
  }

  private copyDict(dict: PDFDict, depth: number): PDFDict {
    if (isMark(dict)) return this.copyMark(dict, depth);
    return this.copyAll(dict, depth);
  }

  private copyAll(dict: PDFDict, depth: number): PDFDict {
    const copy = PDFDict.withContext(this.fresh);
    for (const [key, value] of dict.entries()) {
      if (this.noteKey(key)) continue;
      const kept = key === ACTION ? this.copyAction(value, depth) : this.copy(value, depth + 1);
      if (kept) copy.set(key, kept);
    }
    return copy;
  }

  private picked(dict: PDFDict, keys: readonly string[], depth: number): PDFDict {
    const copy = PDFDict.withContext(this.fresh);
    for (const key of keys.map(name)) {
      const value = dict.get(key);
      if (value) copy.set(key, this.copy(value, depth + 1));
    }
    return copy;
  }

  /** What a mark looks like. A field of a form stays as what was written in it. */
  private copyMark(mark: PDFDict, depth: number): PDFDict {
    if (!this.isSeen(mark)) return PDFDict.withContext(this.fresh);
    for (const key of mark.keys()) this.noteKey(key);
    if (mark.has(name('T')) && mark.get(SUBTYPE) !== name('Widget')) this.removed.add('author');
    if (mark.has(name('M'))) this.removed.add('dates');
    const copy = this.picked(mark, MARK_KEYS, depth);
    const action = mark.get(ACTION);
    const kept = action && this.copyAction(action, depth);
    if (kept) copy.set(ACTION, kept);
    if (mark.get(SUBTYPE) === name('Widget')) copy.set(SUBTYPE, name('Stamp'));
    if (mark.get(SUBTYPE) === name('FreeText')) {
      const text = mark.get(name('Contents'));
      if (text) copy.set(name('Contents'), this.copy(text, depth + 1));
    }
    return copy;
  }

  private isSeen(mark: PDFDict): boolean {
    const kind = nameIn(this.old.lookup(mark.get(SUBTYPE)));
    if (MARKS.has(kind)) return true;
    this.removed.add(OTHER_MARKS[kind] ?? 'script');
    return false;
  }

  /** Where a link leads: to a page, or to an address in the open. Attributes of a structure have the same key. */
  private copyAction(value: PDFObject, depth: number): PDFObject | undefined {
    const action = this.old.lookup(value);
    const kind = action instanceof PDFDict && nameIn(this.old.lookup(action.get(KIND)));
    if (!(action instanceof PDFDict) || !kind) return this.copy(value, depth + 1);
    if (kind === 'GoTo') return this.picked(action, [KIND, name('D')].map(textOf), depth);
    const address = this.old.lookup(action.get(name('URI')));
    const isText = address instanceof PDFString || address instanceof PDFHexString;
    if (kind === 'URI' && isText && SAFE_ADDRESS.test(address.decodeText()))
      return this.picked(action, ['S', 'URI'], depth);
    this.removed.add('script');
    return undefined;
  }

  /** Whether the key is one that tells; then it is noted. */
  private noteKey(key: PDFName): boolean {
    const word = TELLING_KEYS.get(textOf(key));
    if (word) this.removed.add(word);
    return word !== undefined;
  }
}

const isMark = (dict: PDFDict) => dict.has(RECT) && dict.has(SUBTYPE) && !dict.has(BBOX);
const textOf = (key: PDFName): string => key.decodeText();
const nameIn = (value: PDFObject | undefined): string =>
  value instanceof PDFName ? textOf(value) : '';
