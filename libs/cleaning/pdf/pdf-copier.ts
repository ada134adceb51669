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
import { FileRefusedError, type RemovedDataKind } from '#cleaning/cleaned-file.js';
import {
  KEPT_KEYS,
  PROGRAM_SPECIFIC_KEY,
  type PdfCopyRole,
  PDF_COPY_ROLES,
  METADATA_KEYS,
  TEXT_KEYS,
  CATALOG_KEYS,
} from '#cleaning/pdf/pdf-keys.js';
import { PdfAnnotations } from '#cleaning/pdf/pdf-annotations.js';
import { stripStreamMetadata, stripDrawingStream } from '#cleaning/pdf/pdf-streams.js';

const MOST_DEPTH = 100;
const MOST_STEPS_TO_A_PAGE = 12;
const name = (text: string) => PDFName.of(text);
const [TYPE, SUBTYPE, ACTION, PAGE] = ['Type', 'Subtype', 'A', 'Pg'].map(name) as [
  ...[PDFName, PDFName, PDFName, PDFName],
];
/** An alternative text that is a file path or a file name. */
const PATH = /[\\/]|\.\w{3,4}$/;
/** Standard colour spaces by number of components. They replace colour profiles, which identify the software. */
const DEVICES: Readonly<Record<number, string>> = {
  1: 'DeviceGray',
  3: 'DeviceRGB',
  4: 'DeviceCMYK',
};

/** Copies the objects that the pages of a document need into a new one, and records the kinds of data that it drops. */
export class PdfCopier {
  /** The same object may be needed in different roles. */
  private readonly refs = new Map<PdfCopyRole, Map<PDFRef, PDFRef>>();
  private readonly waiting: (readonly [old: PDFRef, fresh: PDFRef, role: PdfCopyRole])[] = [];
  private readonly pages: ReadonlySet<PDFRef>;
  private readonly marks: PdfAnnotations;
  private readonly old: PDFContext;

  private readonly document: PDFDocument;
  private readonly fresh: PDFContext;
  private readonly removed: Set<RemovedDataKind>;

  constructor(document: PDFDocument, fresh: PDFContext, removed: Set<RemovedDataKind>) {
    this.document = document;
    this.fresh = fresh;
    this.removed = removed;
    this.old = document.context;
    this.pages = new Set(document.getPages().map(({ ref }) => ref));
    this.marks = new PdfAnnotations(document, fresh, {
      copy: (value) => this.copy(value, 'any', 1),
      note: (word) => this.removed.add(word),
      noteKey: (key) => this.noteKey(key),
    });
  }

  /** Copies the whole document under a new catalog. */
  catalog(): PDFRef {
    const { catalog } = this.document;
    for (const key of catalog.keys()) this.noteKey(key);
    const top = this.picked(catalog, CATALOG_KEYS);
    const names = this.old.lookup(catalog.get(name('Names')));
    if (names instanceof PDFDict) {
      for (const key of names.keys()) this.noteKey(key);
      top.set(name('Names'), this.picked(names, ['Dests']));
    }
    const dests = catalog.get(name('Dests'));
    if (dests) top.set(name('Dests'), this.copy(dests, 'names', 1));
    const ref = this.fresh.register(top);
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) {
      const [old, fresh, role] = next;
      this.fresh.assign(fresh, this.copyTarget(old, role));
    }
    return ref;
  }

  /** A page that is not in the page tree was deleted from the document. */
  private copyTarget(ref: PDFRef, role: PdfCopyRole): PDFObject {
    const target = this.old.lookup(ref);
    const isPage = target instanceof PDFDict && target.get(TYPE) === name('Page');
    if (!target || (isPage && !this.pages.has(ref))) return PDFNull;
    return this.copy(target, role, 0);
  }

  private copy(value: PDFObject, role: PdfCopyRole, depth: number): PDFObject {
    if (depth > MOST_DEPTH) throw new FileRefusedError('tooMuchInside');
    if (value instanceof PDFRef) return this.refOf(value, role);
    if (value instanceof PDFArray) return this.copyList(value, role, depth);
    if (value instanceof PDFRawStream) return this.copyStream(value, role, depth);
    if (value instanceof PDFDict) return this.copyDict(value, role, depth);
    return value;
  }

  private refOf(ref: PDFRef, role: PdfCopyRole): PDFRef {
    const refs = this.refs.get(role) ?? new Map<PDFRef, PDFRef>();
    this.refs.set(role, refs);
    const known = refs.get(ref);
    if (known) return known;
    const fresh = this.fresh.nextRef();
    refs.set(ref, fresh);
    this.waiting.push([ref, fresh, role]);
    return fresh;
  }

  private copyList(list: PDFArray, role: PdfCopyRole, depth: number): PDFObject {
    const copy = PDFArray.withContext(this.fresh);
    const items = list.asArray();
    const colours = items[0] === name('ICCBased') && this.old.lookup(items[1]!);
    if (colours instanceof PDFRawStream) return deviceOf(colours);
    for (const item of items) {
      const target = this.old.lookup(item);
      if (role === 'marks' || (target instanceof PDFDict && this.marks.isMark(target))) {
        if (this.marks.isSeen(target)) copy.push(this.copy(item, role, depth + 1));
        continue;
      }
      // Insert null for a missing entry, so that the other entries keep their positions in the list.
      const isGone = target instanceof PDFDict && !this.isThere(target);
      copy.push(isGone ? PDFNull : this.copy(item, role, depth + 1));
    }
    return copy;
  }

  /** Accessibility data is kept only for pages and annotations that are kept. */
  private isThere(dict: PDFDict): boolean {
    const page = dict.get(PAGE);
    if (page instanceof PDFRef && !this.pages.has(page)) return false;
    const spokenOf = dict.get(name('Obj'));
    return !spokenOf || this.marks.has(spokenOf);
  }

  private copyStream(stream: PDFRawStream, role: PdfCopyRole, depth: number): PDFObject {
    const { dict: about } = stream;
    const isDrawing = role === 'drawing' || role === 'glyphs' || draws(about);
    const isProgram = role === 'program' || isNumber(about.get(name('FunctionType')), 4);
    const { dict, contents } =
      isDrawing || isProgram
        ? stripDrawingStream(stream, this.old, !isDrawing)
        : stripStreamMetadata(stream, this.old);
    return PDFRawStream.of(this.copyAll(dict, depth), contents);
  }

  private copyDict(dict: PDFDict, role: PdfCopyRole, depth: number): PDFDict {
    if (role === 'marks' || this.marks.isMark(dict)) return this.marks.copy(dict);
    if (role === 'names' || role === 'layers' || role === 'glyphs')
      return this.copyNames(dict, role, depth);
    return this.copyAll(dict, depth);
  }

  /** Copies a dictionary of resources, whose keys are arbitrary names. */
  private copyNames(dict: PDFDict, role: PdfCopyRole, depth: number): PDFDict {
    const copy = PDFDict.withContext(this.fresh);
    for (const [key, value] of dict.entries()) {
      const target = this.old.lookup(value);
      if (!target || isText(target)) continue;
      if (role === 'layers' && !isLayer(target)) continue;
      copy.set(key, this.copy(value, role === 'glyphs' ? 'drawing' : 'any', depth + 1));
    }
    return copy;
  }

  private copyAll(dict: PDFDict, depth: number): PDFDict {
    const copy = PDFDict.withContext(this.fresh);
    for (const [key, value] of dict.entries()) {
      const text = textOf(key);
      if (this.noteKey(key) || !KEPT_KEYS.has(text)) continue;
      const target = this.old.lookup(value);
      if (!target || !this.isFitting(text, target, dict)) continue;
      const role = PDF_COPY_ROLES.get(text) ?? 'any';
      const kept =
        key === ACTION ? this.marks.copyAction(value) : this.copy(value, role, depth + 1);
      if (kept) copy.set(key, kept);
    }
    return copy;
  }

  /** Allows text only where it is expected, no external files, and alternative text only with its picture. */
  private isFitting(key: string, target: PDFObject, dict: PDFDict): boolean {
    if (key === 'F') return target instanceof PDFNumber;
    if (key === 'Alt' && isText(target))
      return !PATH.test(target.decodeText().trim()) && this.leadsToAPage(dict, 0);
    if (target instanceof PDFDict && key !== 'Parent' && key !== 'P' && !this.isThere(target))
      return false;
    return !isText(target) || TEXT_KEYS.has(key);
  }

  private leadsToAPage(element: PDFDict, steps: number): boolean {
    if (element.get(PAGE) instanceof PDFRef) return this.pages.has(element.get(PAGE) as PDFRef);
    if (steps > MOST_STEPS_TO_A_PAGE) return false;
    const inside = this.old.lookup(element.get(name('K')));
    const all = inside instanceof PDFArray ? inside.asArray() : inside ? [inside] : [];
    return all.some((one) => {
      const target = this.old.lookup(one);
      return target instanceof PDFDict && this.leadsToAPage(target, steps + 1);
    });
  }

  private picked(dict: PDFDict, keys: readonly string[]): PDFDict {
    const copy = PDFDict.withContext(this.fresh);
    for (const key of keys.map(name)) {
      const value = dict.get(key);
      if (value) copy.set(key, this.copy(value, 'any', 1));
    }
    return copy;
  }

  /** Returns whether the key contains metadata, and records its kind. */
  private noteKey(key: PDFName): boolean {
    const text = textOf(key);
    const word = METADATA_KEYS.get(text) ?? (PROGRAM_SPECIFIC_KEY.test(text) ? 'other' : undefined);
    if (word) this.removed.add(word);
    return word !== undefined;
  }
}

/** Whether a stream contains drawing operators: a form or a tiling pattern. */
const draws = (dict: PDFDict): boolean =>
  dict.get(SUBTYPE) === name('Form') || isNumber(dict.get(name('PatternType')), 1);
const isNumber = (value: PDFObject | undefined, number: number): boolean =>
  value instanceof PDFNumber && value.asNumber() === number;
const isText = (value: PDFObject): value is PDFString | PDFHexString =>
  value instanceof PDFString || value instanceof PDFHexString;
const isLayer = (value: PDFObject): boolean =>
  value instanceof PDFDict && [name('OCG'), name('OCMD')].includes(value.get(TYPE) as PDFName);
const textOf = (key: PDFName): string => key.decodeText();

function deviceOf({ dict }: PDFRawStream): PDFName {
  const numbers = dict.lookup(name('N'));
  const device = numbers instanceof PDFNumber ? DEVICES[numbers.asNumber()] : undefined;
  if (!device) throw new FileRefusedError('broken');
  return name(device);
}
