import type { Element } from '@xmldom/xmldom';
import { FileRefusedError, type RemovedDataKind } from '#cleaning/cleaned-file.js';
import { childrenOf, elementsOf } from '#cleaning/docx/xml-tree.js';
import { SAFE_LINK_ADDRESS } from '#cleaning/docx/docx-names.js';

/** Allowed fields: page counts and references inside the document, with their switches. */
const COUNTING =
  /^(PAGE|NUMPAGES|SECTIONPAGES|TOC|REF|PAGEREF|SEQ)( (\\[a-z*#@]|[\p{L}\p{N}_.-]+|"[^"\\/:<>]*"))*$/iu;
const LINK = /^HYPERLINK (?:(\\l) )?(?:"([^"\\<>\s]+)"|([\w.-]+))( |$)/i;
/** Removed fields that only insert local data; they are not reported as scripts. */
const HARMLESS = /^(DATE|TIME|AUTHOR|FILENAME|TITLE|FORM\w+|MERGEFIELD|SYMBOL|QUOTE|XE|TC) /i;
/** Elements with text of their own; a field begins and ends within the same element. */
const STORIES = /^(txbxContent|footnote|endnote)$/;

interface Field {
  readonly marks: Element[];
  readonly codes: Element[];
  /** Elements inside the code: nested fields or hidden text. */
  readonly hidden: Element[];
  isCode: boolean;
}

/**
 * Replaces fields by their visible results, except for a few harmless fields. The code of a field may be split into any
 * number of runs, so it is collected from the begin marker to the separator.
 */
export function cleanDocxFields(root: Element, removed: Set<RemovedDataKind>): void {
  // Process the innermost fields first.
  for (const simple of elementsOf(root).reverse().filter(isNamed('fldSimple')))
    cleanSimple(simple, removed);
  cleanStory(root, removed);
}

function cleanStory(story: Element, removed: Set<RemovedDataKind>): void {
  const open: Field[] = [];
  const visit = (element: Element): void => {
    const name = element.localName ?? '';
    const top = open.at(-1);
    if (name === 'fldChar') return void mark(element, open, removed);
    if (name === 'instrText' && top?.isCode) return void top.codes.push(element);
    if (name === 'instrText') {
      refused(element.textContent ?? '', removed);
      return void element.parentNode?.removeChild(element);
    }
    const around = open.findLast(({ isCode }) => isCode);
    if (around && isInRun(element)) return void around.hidden.push(element);
    if (STORIES.test(name)) return cleanStory(element, removed);
    for (const child of childrenOf(element)) visit(child);
  };
  for (const child of childrenOf(story)) visit(child);
  // Without an end marker it is unclear where the code of the field ends.
  if (open.length > 0) throw new FileRefusedError('broken');
}

function mark(element: Element, open: Field[], removed: Set<RemovedDataKind>): void {
  const type = [...element.attributes].find(({ localName }) => localName === 'fldCharType');
  const top = open.at(-1);
  for (const attribute of [...element.attributes])
    if (attribute !== type) element.removeAttributeNode(attribute);
  if (type?.value === 'begin') {
    if (top?.isCode) top.hidden.push(element);
    open.push({ marks: [element], codes: [], hidden: [], isCode: true });
    return;
  }
  if (!top) return void element.parentNode?.removeChild(element);
  top.marks.push(element);
  if (type?.value === 'separate') top.isCode = false;
  else if (type?.value === 'end') close(open.pop()!, open, removed);
}

function close(field: Field, around: readonly Field[], removed: Set<RemovedDataKind>): void {
  const { marks, codes, hidden } = field;
  const code = codes.map((one) => one.textContent ?? '').join('');
  const isInCode = around.some(({ isCode }) => isCode);
  const kept = hidden.length === 0 && !isInCode ? safeCode(code, removed) : refused(code, removed);
  if (kept === undefined) {
    for (const one of [...marks, ...codes, ...hidden]) one.parentNode?.removeChild(one);
    return;
  }
  codes.forEach((one, at) => (one.textContent = at === 0 ? ` ${kept} ` : ''));
  for (const one of marks) {
    // Removes form settings (including macros) and data for programs.
    for (const child of [...one.childNodes]) one.removeChild(child);
  }
}

function cleanSimple(element: Element, removed: Set<RemovedDataKind>): void {
  const instr = [...element.attributes].find(({ localName }) => localName === 'instr');
  const kept = safeCode(instr?.value ?? '', removed);
  for (const data of childrenOf(element).filter(isNamed('fldData'))) element.removeChild(data);
  if (instr && kept !== undefined) instr.value = ` ${kept} `;
  else {
    for (const child of [...element.childNodes]) element.parentNode!.insertBefore(child, element);
    element.parentNode!.removeChild(element);
  }
}

/** Returns the code of a field if it is safe, else undefined. A link is rewritten without its tooltip. */
function safeCode(code: string, removed: Set<RemovedDataKind>): string | undefined {
  const plain = code.replace(/\s+/g, ' ').trim();
  if (COUNTING.test(plain)) return plain;
  const [, inside, quoted, bare] = LINK.exec(plain) ?? [];
  const to = quoted ?? bare ?? '';
  if (inside && to) return `HYPERLINK \\l "${to}"`;
  if (SAFE_LINK_ADDRESS.test(to)) return `HYPERLINK "${to}"`;
  return refused(plain, removed);
}

function refused(code: string, removed: Set<RemovedDataKind>): undefined {
  removed.add(HARMLESS.test(`${code.trim()} `) ? 'other' : 'script');
}

/** Whether the element is content of a run. */
const isInRun = (element: Element): boolean =>
  element.parentElement?.localName === 'r' && element.localName !== 'rPr';
const isNamed = (name: string) => (element: Element) => element.localName === name;
