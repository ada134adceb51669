import type { Element } from '@xmldom/xmldom';
import { FileRefusedError, type RemovedDataKind } from '#cleaning/cleaned-file.js';
import { ALTERNATIVES_NAMESPACE, ACCEPTED_NAMESPACES } from '#cleaning/docx/docx-names.js';
import { childNamed, childrenOf, elementsOf } from '#cleaning/docx/xml-tree.js';

const OF_XML: ReadonlySet<string | null> = new Set([null, 'http://www.w3.org/XML/1998/namespace']);
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const NO = /^(0|false|off)$/;

/** Drops elements and attributes outside the accepted XML namespaces, and uses their fallback content instead. */
export function dropForeignNamespaces(root: Element, removed: Set<RemovedDataKind>): void {
  if (!ACCEPTED_NAMESPACES.has(root.namespaceURI ?? '')) throw new FileRefusedError('broken');
  for (const element of elementsOf(root)) {
    // Skip descendants of an element that was already removed.
    if (element !== root && !element.parentNode) continue;
    if (!ACCEPTED_NAMESPACES.has(element.namespaceURI ?? '') || !isReadable(element)) {
      if (element.localName !== 'Choice') removed.add('other');
      element.parentNode?.removeChild(element);
      continue;
    }
    for (const attribute of [...element.attributes]) {
      const { namespaceURI, localName, value } = attribute;
      if (namespaceURI === XMLNS ? ACCEPTED_NAMESPACES.has(value) : OF_XML.has(namespaceURI))
        continue;
      if (namespaceURI === ALTERNATIVES_NAMESPACE && localName === 'Ignorable')
        attribute.value = known(element, value).join(' ');
      else if (
        namespaceURI === ALTERNATIVES_NAMESPACE ||
        !ACCEPTED_NAMESPACES.has(namespaceURI ?? '')
      )
        element.removeAttributeNode(attribute);
    }
  }
  for (const element of elementsOf(root)) {
    if (element.localName === 'AlternateContent') takeAlternative(element);
  }
}

const known = (element: Element, prefixes: string): string[] =>
  prefixes
    .split(/\s+/)
    .filter((prefix) => ACCEPTED_NAMESPACES.has(element.lookupNamespaceURI(prefix) ?? ''));

/** A `Choice` applies only if all namespaces that it requires are accepted. */
function isReadable(element: Element): boolean {
  if (element.namespaceURI !== ALTERNATIVES_NAMESPACE || element.localName !== 'Choice')
    return true;
  const requires = (element.getAttribute('Requires') ?? '').trim();
  return known(element, requires).length === requires.split(/\s+/).length;
}

/** Replaces an alternative without any accepted `Choice` by its fallback. */
function takeAlternative(element: Element): void {
  const inside = childrenOf(element);
  if (inside.some(({ localName }) => localName === 'Choice')) return;
  const instead = inside.find(({ localName }) => localName === 'Fallback');
  for (const child of [...(instead?.childNodes ?? [])])
    element.parentNode!.insertBefore(child, element);
  element.parentNode?.removeChild(element);
}

/** Removes the text of runs that are hidden directly or by a style. */
export function dropHiddenText(
  root: Element,
  {
    hiding,
    removed,
  }: { readonly hiding: ReadonlySet<string>; readonly removed: Set<RemovedDataKind> },
): void {
  for (const run of elementsOf(root)) {
    if (run.localName !== 'r' || !isHidden(run, hiding)) continue;
    for (const child of childrenOf(run)) {
      // Field markers come in pairs; `cleanDocxFields` handles them later.
      if (/^(rPr|fldChar|instrText)$/.test(child.localName ?? '')) continue;
      run.removeChild(child);
      removed.add('other');
    }
  }
}

function isHidden(run: Element, hiding: ReadonlySet<string>): boolean {
  const own = childNamed(run, 'rPr');
  const said = own && childNamed(own, 'vanish');
  if (said) return !NO.test(valueOf(said));
  if (hiding.size === 0) return false;
  const style = own && childNamed(own, 'rStyle');
  if (style && hiding.has(valueOf(style))) return true;
  let paragraph = run.parentElement;
  while (paragraph && paragraph.localName !== 'p') paragraph = paragraph.parentElement;
  const about = paragraph && childNamed(paragraph, 'pPr');
  const around = about && childNamed(about, 'pStyle');
  return around ? hiding.has(valueOf(around)) : false;
}

/** Returns the styles that hide text, directly or through a base style. */
export function hiddenTextStyles(styles: Element): Set<string> {
  const all = elementsOf(styles).filter(({ localName }) => localName === 'style');
  const hiding = new Set<string>();
  for (let found = -1; found !== hiding.size;) {
    found = hiding.size;
    for (const style of all) {
      const about = childNamed(style, 'rPr');
      const said = about && childNamed(about, 'vanish');
      const base = childNamed(style, 'basedOn');
      const hides = said ? !NO.test(valueOf(said)) : base && hiding.has(valueOf(base));
      if (hides) hiding.add(attributeOf(style, 'styleId'));
    }
  }
  return hiding;
}

const attributeOf = (element: Element, name: string): string =>
  [...element.attributes].find(({ localName }) => localName === name)?.value ?? '';
const valueOf = (element: Element): string => attributeOf(element, 'val');
