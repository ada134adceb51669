import type { Element } from '@xmldom/xmldom';

const ELEMENT = 1;

/** Returns a snapshot of the element and all its descendants, parents before children. */
export function elementsOf(root: Element): Element[] {
  const found = [root];
  for (let at = 0; at < found.length; at += 1) {
    for (const child of found[at]!.childNodes) {
      if (child.nodeType === ELEMENT) found.push(child as Element);
    }
  }
  return found;
}

export const childrenOf = (element: Element): Element[] =>
  [...element.childNodes].filter((child): child is Element => child.nodeType === ELEMENT);
export const childNamed = (element: Element, name: string): Element | undefined =>
  childrenOf(element).find(({ localName }) => localName === name);
