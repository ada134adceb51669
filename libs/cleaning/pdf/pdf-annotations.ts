import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { RemovedDataKind } from '#cleaning/cleaned-file.js';
import { ANNOTATION_KEYS, KEPT_ANNOTATIONS, DROPPED_ANNOTATIONS } from '#cleaning/pdf/pdf-keys.js';

const SAFE_ADDRESS = /^(https?|mailto):/i;
const name = (text: string) => PDFName.of(text);
const [TYPE, SUBTYPE, RECT, BBOX, ACTION, KIND, ANNOTS] = [
  ...['Type', 'Subtype', 'Rect', 'BBox', 'A', 'S', 'Annots'],
].map(name) as [PDFName, PDFName, PDFName, PDFName, PDFName, PDFName, PDFName];

/** Functions of the document's copier that the copier of annotations calls. */
export interface AnnotationCopyContext {
  copy(value: PDFObject): PDFObject;
  note(word: RemovedDataKind): void;
  noteKey(key: PDFName): void;
}

/** Copies annotations (notes, links, form fields) as far as they are visible. */
export class PdfAnnotations {
  private readonly old: PDFContext;
  private readonly seen: ReadonlySet<PDFRef>;
  private readonly fresh: PDFContext;
  private readonly lent: AnnotationCopyContext;

  constructor(document: PDFDocument, fresh: PDFContext, lent: AnnotationCopyContext) {
    this.old = document.context;
    this.fresh = fresh;
    this.lent = lent;
    const lists = document.getPages().map(({ node }) => this.old.lookup(node.get(ANNOTS)));
    const all = lists.flatMap((list) => (list instanceof PDFArray ? list.asArray() : []));
    this.seen = new Set(
      all.filter((one): one is PDFRef => one instanceof PDFRef && this.shows(this.old.lookup(one))),
    );
  }

  /**
   * Whether a dictionary looks like an annotation. Entries in a page's list of annotations always count as annotations.
   */
  isMark(dict: PDFDict): boolean {
    if (this.old.lookup(dict.get(TYPE)) === name('Annot')) return true;
    return dict.has(RECT) && dict.has(SUBTYPE) && !dict.has(BBOX);
  }

  /** Whether a page lists this annotation and the annotation is kept. */
  has(ref: PDFObject | undefined): boolean {
    return ref instanceof PDFRef && this.seen.has(ref);
  }

  /** Whether the annotation is kept. If not, records the kind of data that is dropped. */
  isSeen(mark: PDFObject | undefined): boolean {
    if (this.shows(mark)) return true;
    if (mark instanceof PDFDict) this.lent.note(DROPPED_ANNOTATIONS[this.kindOf(mark)] ?? 'script');
    return false;
  }

  private shows(mark: PDFObject | undefined): boolean {
    return mark instanceof PDFDict && KEPT_ANNOTATIONS.has(this.kindOf(mark));
  }

  private kindOf(mark: PDFDict): string {
    return nameIn(this.old.lookup(mark.get(SUBTYPE)));
  }

  /** Copies the appearance. A form field becomes a static stamp of its value. */
  copy(mark: PDFDict): PDFDict {
    if (!this.isSeen(mark)) return PDFDict.withContext(this.fresh);
    for (const key of mark.keys()) this.lent.noteKey(key);
    const kind = this.kindOf(mark);
    if (mark.has(name('T')) && kind !== 'Widget') this.lent.note('author');
    if (mark.has(name('M'))) this.lent.note('dates');
    const copy = this.picked(mark, ANNOTATION_KEYS);
    const look = this.lookOf(mark);
    if (look) copy.set(name('AP'), this.fresh.obj({ N: this.lent.copy(look) }));
    const action = mark.get(ACTION);
    const kept = action && this.copyAction(action);
    if (kept) copy.set(ACTION, kept);
    if (kind === 'Widget') copy.set(SUBTYPE, name('Stamp'));
    if (kind === 'FreeText') {
      const text = this.old.lookup(mark.get(name('Contents')));
      if (text && isText(text)) copy.set(name('Contents'), text);
    }
    return copy;
  }

  /** Returns the appearance in the normal state, or for a checkbox in its current state. */
  private lookOf(mark: PDFDict): PDFObject | undefined {
    const looks = this.old.lookup(mark.get(name('AP')));
    const look = looks instanceof PDFDict ? looks.get(name('N')) : undefined;
    const target = this.old.lookup(look);
    if (target instanceof PDFRawStream) return look;
    const state = this.old.lookup(mark.get(name('AS')));
    const now = target instanceof PDFDict && state instanceof PDFName && target.get(state);
    return now && this.old.lookup(now) instanceof PDFRawStream ? now : undefined;
  }

  /**
   * Copies the target of a link if it is a page or a safe address. Structure attributes use the same key and are copied
   * as they are.
   */
  copyAction(value: PDFObject): PDFObject | undefined {
    const action = this.old.lookup(value);
    const kind = action instanceof PDFDict && nameIn(this.old.lookup(action.get(KIND)));
    if (!(action instanceof PDFDict) || !kind) return this.lent.copy(value);
    if (kind === 'GoTo') return this.picked(action, ['S', 'D']);
    const address = this.old.lookup(action.get(name('URI')));
    if (kind === 'URI' && address && isText(address) && SAFE_ADDRESS.test(address.decodeText()))
      return this.fresh.obj({ S: 'URI', URI: address });
    this.lent.note('script');
    return undefined;
  }

  private picked(dict: PDFDict, keys: readonly string[]): PDFDict {
    const copy = PDFDict.withContext(this.fresh);
    for (const key of keys.map(name)) {
      const value = dict.get(key);
      if (value) copy.set(key, this.lent.copy(value));
    }
    return copy;
  }
}

const nameIn = (value: PDFObject | undefined): string =>
  value instanceof PDFName ? value.decodeText() : '';
const isText = (value: PDFObject): value is PDFString | PDFHexString =>
  value instanceof PDFString || value instanceof PDFHexString;
