import type { Page } from 'playwright-core';

/** Returns visible texts and controls that overlap each other or extend beyond their bar. */
export function findOverlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Box = { left: number; right: number; top: number; bottom: number };
    type Leaf = Box & { readonly of: Element; readonly layer: Element; readonly name: string };
    /** Elements with these CSS positions may overlap other elements: bars, menus, pills, counts on icons. */
    const LAYERS = ['fixed', 'sticky', 'absolute'];

    const layerOf = (element: Element): Element => {
      const isLayer = LAYERS.includes(getComputedStyle(element).position);
      return isLayer || !element.parentElement ? element : layerOf(element.parentElement);
    };
    /** Returns the part of a box that no ancestor hides. */
    const visiblePart = (box: Box, within: Element | null): Box => {
      if (!within) return box;
      const { overflowX, clipPath } = getComputedStyle(within);
      if (overflowX === 'visible' && clipPath === 'none')
        return visiblePart(box, within.parentElement);
      const edge = within.getBoundingClientRect();
      const part = {
        left: Math.max(box.left, edge.left),
        right: Math.min(box.right, edge.right),
        top: Math.max(box.top, edge.top),
        bottom: Math.min(box.bottom, edge.bottom),
      };
      return visiblePart(part, within.parentElement);
    };
    const isSeen = ({ left, right, top, bottom }: Box) => right - left > 2 && bottom - top > 2;
    const leaf = (of: Element, box: Box, name: string): Leaf => ({
      ...visiblePart(box, of),
      ...{ of, layer: layerOf(of), name },
    });
    const words = (text: Node): Leaf[] => {
      const of = text.parentElement!;
      const range = document.createRange();
      range.selectNodeContents(text);
      const name = `«${text.textContent!.trim().slice(0, 40)}»`;
      return [...range.getClientRects()].map((box) => leaf(of, box, name));
    };
    const found: Leaf[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: text } = walker;
      if (text.textContent!.trim() !== '') found.push(...words(text));
    }
    for (const one of document.querySelectorAll('svg.i, img, input, select, textarea, .av, .ico'))
      found.push(
        leaf(one, one.getBoundingClientRect(), `<${one.tagName} ${one.getAttribute('class')}>`),
      );
    const leaves = found.filter(
      (one) =>
        isSeen(one) && one.of.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    );
    /** Whether two boxes overlap by more than a third of the height. Lines of one text may touch each other. */
    const meet = (one: Box, other: Box) => {
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      const least = Math.min(one.bottom - one.top, other.bottom - other.top);
      return width > 2 && height > least / 3;
    };
    const isPair = (one: Leaf, other: Leaf) =>
      one.layer === other.layer && !one.of.contains(other.of) && !other.of.contains(one.of);
    const outside = leaves.filter(({ left, right, layer }) => {
      const edge = layer.getBoundingClientRect();
      return left < edge.left - 1 || right > edge.right + 1;
    });
    const pairs = leaves.flatMap((one, at) =>
      leaves
        .slice(at + 1)
        .filter((other) => isPair(one, other) && meet(one, other))
        .map((other) => `${one.name} and ${other.name} overlap`),
    );
    return [...outside.map(({ name }) => `${name} stands out`), ...pairs];
  });
}
