import { createElement, type ReactNode } from 'react';
import {
  type MarkdownListItem,
  type MarkdownNode,
  type MarkdownTree,
  parseMarkdown,
} from '../../lib/page/markdown.js';

export interface MarkdownViewProps {
  readonly text: string;
  /** Renders the text of a leaf, for example to highlight a mention. */
  readonly leaf?: ((words: string) => ReactNode) | undefined;
}

/** Renders a text with Markdown as React elements, never as HTML. A text that cannot be parsed is rendered as typed. */
export function MarkdownView({ text, leaf = asItIs }: MarkdownViewProps): ReactNode {
  const marks = parseMarkdown(text);
  return marks ? drawn(marks, leaf) : leaf(text);
}

const asItIs = (words: string): ReactNode => words;
type Leaf = (words: string) => ReactNode;

/** A text with a single paragraph is rendered without a block element. */
function drawn(marks: MarkdownTree, leaf: Leaf): ReactNode {
  const [only] = marks;
  if (marks.length === 1 && only?.kind === 'line') return all(only.inside, leaf);
  return all(marks, leaf);
}

const all = (marks: MarkdownTree, leaf: Leaf): ReactNode[] =>
  marks.map((mark, at) => one(mark, at, leaf));

const AS = { strong: 'strong', em: 'em', del: 'del', quote: 'blockquote' } as const;

function one(mark: MarkdownNode, key: number, leaf: Leaf): ReactNode {
  switch (mark.kind) {
    case 'text':
      return createElement('span', { key }, leaf(mark.text));
    case 'code':
      return createElement('code', { key }, mark.text);
    case 'block':
      // The block scrolls on its own, so it must be focusable.
      return createElement('pre', { key, tabIndex: 0 }, createElement('code', null, mark.text));
    case 'line':
      return createElement('p', { key }, all(mark.inside, leaf));
    case 'title':
      return createElement('p', { key }, createElement('strong', null, all(mark.inside, leaf)));
    case 'list':
      return listed(mark, key, leaf);
    case 'link':
      return linked(mark, key, leaf);
    default:
      return createElement(AS[mark.kind], { key }, all(mark.inside, leaf));
  }
}

function listed(
  { isOrdered, inside }: Extract<MarkdownNode, { kind: 'list' }>,
  key: number,
  leaf: Leaf,
) {
  const item = ({ number, inside: said }: MarkdownListItem, at: number) =>
    createElement('li', { key: at, ...(number !== null && { value: number }) }, drawn(said, leaf));
  return createElement(isOrdered ? 'ol' : 'ul', { key }, inside.map(item));
}

/** The link sends no referrer, and nothing is requested from its host before a click. */
function linked(
  { href, host, inside }: Extract<MarkdownNode, { kind: 'link' }>,
  key: number,
  leaf: Leaf,
) {
  const away = {
    target: '_blank',
    rel: 'noopener noreferrer nofollow',
    referrerPolicy: 'no-referrer',
  } as const;
  return createElement(
    'a',
    { key, href, ...away },
    createElement('bdi', null, all(inside, leaf)),
    host && createElement('span', { className: 'mk__host' }, ` (${host})`),
  );
}
