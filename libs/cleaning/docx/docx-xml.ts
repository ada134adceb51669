import { type Attr, DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { FileRefusedError, type RemovedDataKind } from '#cleaning/cleaned-file.js';
import { cleanDocxFields } from '#cleaning/docx/docx-fields.js';
import { elementsOf } from '#cleaning/docx/xml-tree.js';
import { dropForeignNamespaces, dropHiddenText } from '#cleaning/docx/docx-hidden-content.js';
import {
  DROPPED_ELEMENTS,
  OFFICE_NAMESPACE,
  UNWRAPPED_ELEMENTS,
  RELATION_NAMESPACES,
  KEPT_SETTINGS,
  SHAPE_ATTRIBUTES,
  GENERATED_SHAPE_NAME,
  IDENTIFYING_ATTRIBUTES,
  TEXT_ELEMENTS,
  VML_NAMESPACE,
} from '#cleaning/docx/docx-names.js';

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const [ELEMENT, TEXT] = [1, 3];

export function parseXml(bytes: Buffer): Document {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw new FileRefusedError('broken');
  const stop = () => {
    throw new FileRefusedError('broken');
  };
  const parser = new DOMParser({ onError: (level) => void (level === 'warning' || stop()) });
  return parser.parseFromString(text, 'text/xml');
}

export const writeXml = (document: Document): Buffer =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${new XMLSerializer().serializeToString(document.documentElement!)}`,
  );

/** Options for one part, and the set that collects what was removed. */
export interface DocxPartCleaning {
  readonly isSettings: boolean;
  /** Returns the new id of a relation, or undefined if it was dropped. */
  idOf(id: string): string | undefined;
  /** Styles that hide text. */
  readonly hiding: ReadonlySet<string>;
  readonly removed: Set<RemovedDataKind>;
}

/** Removes authors, dates, earlier versions and hidden text from a part. */
export function cleanXml(document: Document, cleaning: DocxPartCleaning): void {
  const root = document.documentElement;
  if (!root) throw new FileRefusedError('broken');
  if (cleaning.isSettings) keepSettings(root, cleaning.removed);
  dropHiddenText(root, cleaning);
  dropForeignNamespaces(root, cleaning.removed);
  for (const element of elementsOf(root)) cleanElement(element, cleaning);
  dropDeletedRows(root);
  cleanDocxFields(root, cleaning.removed);
}

function cleanElement(element: Element, { idOf, removed }: DocxPartCleaning): void {
  const name = element.localName ?? '';
  if (!element.parentNode) return;
  if (DROPPED_ELEMENTS.has(name) && !isMarkOfRow(element)) {
    note(removed, DROPPED_ELEMENTS.get(name));
    return void element.parentNode.removeChild(element);
  }
  if (name.startsWith('rsid')) return void element.parentNode.removeChild(element);
  for (const child of [...element.childNodes]) {
    const isText = child.nodeType === TEXT && (TEXT_ELEMENTS.has(name) || !child.nodeValue?.trim());
    if (child.nodeType !== ELEMENT && !isText) element.removeChild(child);
  }
  cleanAttributes(element);
  if (isLost(element, idOf)) return dropPicture(element);
  if (UNWRAPPED_ELEMENTS.has(name)) {
    note(removed, UNWRAPPED_ELEMENTS.get(name));
    open(element);
  }
}

function cleanAttributes(element: Element): void {
  const isNamed = /^(docPr|cNvPr)$/.test(element.localName ?? '');
  const isShape =
    element.namespaceURI === VML_NAMESPACE || element.namespaceURI === OFFICE_NAMESPACE;
  for (const attribute of [...element.attributes]) {
    const name = attribute.localName ?? attribute.name;
    if (isRelation(attribute) || attribute.namespaceURI === XMLNS) continue;
    if (IDENTIFYING_ATTRIBUTES.test(name)) element.removeAttributeNode(attribute);
    // The name may be a file path of the author's computer.
    else if (isNamed && name === 'name') attribute.value = 'x';
    else if (isNamed && /^(descr|title)$/.test(name) && /[\\/]|\.\w{3,4}$/.test(attribute.value))
      element.removeAttributeNode(attribute);
    else if (isShape && !SHAPE_ATTRIBUTES.has(name) && !GENERATED_SHAPE_NAME.test(attribute.value))
      element.removeAttributeNode(attribute);
  }
  // A chart contains the numbers it shows; the formula may contain a file path.
  if (element.localName === 'f' && element.namespaceURI?.endsWith('chart'))
    element.textContent = 'Sheet1!$A$1';
}

const isRelation = ({ namespaceURI, localName }: Attr): boolean =>
  RELATION_NAMESPACES.has(namespaceURI ?? '') ||
  (namespaceURI === OFFICE_NAMESPACE && localName === 'relid');

/**
 * Updates relation ids. Returns whether the element needs a relation that was dropped; a link becomes plain text
 * instead.
 */
function isLost(element: Element, idOf: DocxPartCleaning['idOf']): boolean {
  const relations = [...element.attributes].filter(isRelation);
  let isLost = false;
  for (const attribute of relations) {
    const id = idOf(attribute.value);
    if (id !== undefined) attribute.value = id;
    else {
      element.removeAttributeNode(attribute);
      isLost = true;
    }
  }
  return isLost && !/^(hyperlink|hlink\w*)$/.test(element.localName ?? '');
}

/** Removes the frame with the picture; with an empty frame Word reports the document as damaged. */
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

/** Inside row properties, `del` marks the whole row as deleted. */
const isMarkOfRow = (element: Element): boolean =>
  element.localName === 'del' && element.parentElement?.localName === 'trPr';

function dropDeletedRows(root: Element): void {
  for (const element of elementsOf(root)) {
    const row = isMarkOfRow(element) ? element.parentElement?.parentElement : null;
    row?.parentNode?.removeChild(row);
  }
}

function keepSettings(root: Element, removed: Set<RemovedDataKind>): void {
  for (const child of [...root.childNodes]) {
    const name = (child as Element).localName ?? '';
    if (child.nodeType === ELEMENT && KEPT_SETTINGS.has(name)) continue;
    if (name === 'attachedTemplate') removed.add('other');
    root.removeChild(child);
  }
}

const note = (removed: Set<RemovedDataKind>, word: RemovedDataKind | null | undefined) =>
  word ? removed.add(word) : removed;
