import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { NotClean, type Removed } from '#cleaning/cleaned.js';
import { cleanFields } from '#cleaning/docx-fields.js';
import { GONE, OPENED, SETTINGS, TELLING_ATTRIBUTES } from '#cleaning/docx-words.js';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const [ELEMENT, TEXT] = [1, 3];

export function parseXml(bytes: Buffer): Document {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw new NotClean('broken');
  const stop = () => {
    throw new NotClean('broken');
  };
  const parser = new DOMParser({ onError: (level) => void (level === 'warning' || stop()) });
  return parser.parseFromString(text, 'text/xml');
}

export const writeXml = (document: Document): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${new XMLSerializer().serializeToString(document.documentElement!)}`,
  );

/** What to do with one part: which relations it keeps, and where is noted what it lost. */
export interface Cleaning {
  readonly isSettings: boolean;
  /** Whether a relation of this id is still there. */
  isKept(id: string): boolean;
  readonly removed: Set<Removed>;
}

/** Takes out of a part what tells of who wrote it and when, and what was there before. */
export function cleanXml(document: Document, cleaning: Cleaning): void {
  const root = document.documentElement;
  if (!root) throw new NotClean('broken');
  if (cleaning.isSettings) keepSettings(root, cleaning.removed);
  for (const element of elementsOf(root)) cleanElement(element, cleaning);
  dropDeletedRows(root);
  cleanFields(root, cleaning.removed);
}

function cleanElement(element: Element, { isKept, removed }: Cleaning): void {
  const name = element.localName ?? '';
  if (!element.parentNode) return;
  if (GONE.has(name) && !isMarkOfRow(element)) {
    note(removed, GONE.get(name));
    return void element.parentNode.removeChild(element);
  }
  if (name.startsWith('rsid')) return void element.parentNode.removeChild(element);
  for (const child of [...element.childNodes]) {
    if (child.nodeType !== ELEMENT && child.nodeType !== TEXT) element.removeChild(child);
  }
  cleanAttributes(element);
  if (isLost(element, isKept)) return dropPicture(element);
  if (OPENED.has(name)) {
    note(removed, OPENED.get(name));
    open(element);
  }
}

function cleanAttributes(element: Element): void {
  const isNamed = /^(docPr|cNvPr)$/.test(element.localName ?? '');
  for (const attribute of [...element.attributes]) {
    const name = attribute.localName ?? attribute.name;
    if (TELLING_ATTRIBUTES.test(name)) element.removeAttributeNode(attribute);
    // Where a picture came from on somebody's disk.
    else if (isNamed && name === 'name') attribute.value = 'x';
    else if (isNamed && name === 'descr' && /[\\/]|\.\w{3,4}$/.test(attribute.value))
      element.removeAttributeNode(attribute);
  }
}

/** Whether it shows or leads to something that is not there any more. A link then is plain text. */
function isLost(element: Element, isKept: (id: string) => boolean): boolean {
  const lost = [...element.attributes].filter(
    ({ namespaceURI, value }) => namespaceURI === RELATIONS && !isKept(value),
  );
  for (const attribute of lost) element.removeAttributeNode(attribute);
  return lost.length > 0 && !/^(hyperlink|hlink\w*)$/.test(element.localName ?? '');
}

/** A picture goes with its frame, or a reader calls the document damaged. */
function dropPicture(element: Element): void {
  let frame = element;
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (/^(drawing|pict|object)$/.test(at.localName ?? '')) frame = at;
  }
  frame.parentNode?.removeChild(frame);
}

function open(element: Element): void {
  const parent = element.parentNode!;
  for (const child of [...element.childNodes]) parent.insertBefore(child, element);
  parent.removeChild(element);
}

/** In the properties of a row it says that the whole row was deleted. */
const isMarkOfRow = (element: Element): boolean =>
  element.localName === 'del' && element.parentElement?.localName === 'trPr';

function dropDeletedRows(root: Element): void {
  for (const element of elementsOf(root)) {
    const row = isMarkOfRow(element) ? element.parentElement?.parentElement : null;
    row?.parentNode?.removeChild(row);
  }
}

function keepSettings(root: Element, removed: Set<Removed>): void {
  for (const child of [...root.childNodes]) {
    const name = (child as Element).localName ?? '';
    if (child.nodeType === ELEMENT && SETTINGS.has(name)) continue;
    if (name === 'attachedTemplate') removed.add('other');
    root.removeChild(child);
  }
}

/** All of them in their order, as they are now. */
export function elementsOf(root: Element): Element[] {
  const found = [root];
  for (let at = 0; at < found.length; at += 1) {
    for (const child of found[at]!.childNodes) {
      if (child.nodeType === ELEMENT) found.push(child as Element);
    }
  }
  return found;
}

const note = (removed: Set<Removed>, word: Removed | null | undefined) =>
  word ? removed.add(word) : removed;
