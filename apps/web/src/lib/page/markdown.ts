import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { safeLink } from './safe-link.js';

type Root = ReturnType<typeof fromMarkdown>;
type Parents = Root | Extract<Root['children'][number], { children: unknown }>;
type Nodes = Root | Root['children'][number];

/** Node of a Markdown tree. All text is in leaves; the app renders only the kinds listed here. */
export type MarkdownNode =
  | { readonly kind: 'text' | 'code' | 'block'; readonly text: string }
  | {
      readonly kind: 'strong' | 'em' | 'del' | 'line' | 'title' | 'quote';
      readonly inside: MarkdownTree;
    }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly inside: readonly MarkdownListItem[];
    }
  | {
      readonly kind: 'link';
      readonly href: string;
      readonly host: string | null;
      readonly inside: MarkdownTree;
    };
export type MarkdownTree = readonly MarkdownNode[];
export interface MarkdownListItem {
  /** The typed number of an ordered item. */
  readonly number: number | null;
  readonly inside: MarkdownTree;
}

/**
 * Limits of a text that is parsed. A longer or more complex text is rendered as plain text, because no member writes
 * one and parsing it must stay cheap.
 */
export const MARKDOWN_LIMITS = {
  letters: 8_000,
  lines: 150,
  signs: 800,
  inside: 12,
  marks: 2_000,
} as const;
const SIGN = /[*_~`[\]()<>#:@\\]|^[ \t]*(?:[-+]|\d+[.)])/gm;
/** Allows blanks on only one side of each sign, to avoid exponential backtracking. */
const TOO_DEEP = /^[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){9}/m;

/** Disabled CommonMark constructs, such as HTML, images and references. Messages use only a part of Markdown. */
const DISABLED_CONSTRUCTS = [
  ...['htmlFlow', 'htmlText', 'labelStartImage', 'definition', 'characterReference'],
  ...['codeIndented', 'setextUnderline', 'thematicBreak', 'hardBreakEscape', 'hardBreakTrailing'],
];
const OPTIONS = {
  extensions: [
    gfmStrikethrough({ singleTilde: true }),
    gfmAutolinkLiteral(),
    { disable: { null: DISABLED_CONSTRUCTS } },
  ],
  mdastExtensions: [gfmStrikethroughFromMarkdown(), gfmAutolinkLiteralFromMarkdown()],
};

/**
 * Parses a text into a tree. Returns null if the text must be rendered as plain text, also when the tree would be
 * empty. Never throws.
 */
export function parseMarkdown(text: string): MarkdownTree | null {
  if (
    text.length > MARKDOWN_LIMITS.letters ||
    text.split('\n', MARKDOWN_LIMITS.lines + 1).length > MARKDOWN_LIMITS.lines
  )
    return null;
  if (TOO_DEEP.test(text) || (text.match(SIGN)?.length ?? 0) > MARKDOWN_LIMITS.signs) return null;
  try {
    const marks = new Tree(text).marks(fromMarkdown(text, OPTIONS), 0);
    return markdownTreeText(marks).trim() === '' ? null : marks;
  } catch {
    return null;
  }
}

class TooMuch extends Error {}

class Tree {
  private count = 0;

  constructor(private readonly source: string) {}

  marks({ children }: Parents, depth: number): MarkdownTree {
    return children.map((child) => this.mark(child, depth + 1));
  }

  private mark(node: Nodes, depth: number): MarkdownNode {
    this.count += 1;
    if (depth > MARKDOWN_LIMITS.inside || this.count > MARKDOWN_LIMITS.marks) throw new TooMuch();
    switch (node.type) {
      case 'text':
        return { kind: 'text', text: node.value };
      case 'inlineCode':
        return { kind: 'code', text: node.value };
      case 'code':
        return { kind: 'block', text: withInfo(node.lang, node.meta, node.value) };
      case 'strong':
        return { kind: 'strong', inside: this.marks(node, depth) };
      case 'emphasis':
        return { kind: 'em', inside: this.marks(node, depth) };
      case 'delete':
        return { kind: 'del', inside: this.marks(node, depth) };
      case 'paragraph':
        return { kind: 'line', inside: this.marks(node, depth) };
      case 'heading':
        return { kind: 'title', inside: this.marks(node, depth) };
      case 'blockquote':
        return { kind: 'quote', inside: this.marks(node, depth) };
      case 'list':
        return { kind: 'list', isOrdered: node.ordered === true, inside: this.items(node, depth) };
      case 'link':
        return this.link(node, depth);
      default:
        return { kind: 'text', text: this.asWritten(node) };
    }
  }

  private items(list: Extract<Nodes, { type: 'list' }>, depth: number): MarkdownListItem[] {
    return list.children.map((item) => ({
      number: list.ordered ? Number.parseInt(this.asWritten(item), 10) : null,
      inside: this.marks(item, depth + 1),
    }));
  }

  /** Renders an unsafe link, or one with a title, as typed text. */
  private link(node: Extract<Nodes, { type: 'link' }>, depth: number): MarkdownNode {
    const inside = this.marks(node, depth);
    const link = node.title ? null : safeLink(node.url, markdownTreeText(inside));
    return link ? { kind: 'link', ...link, inside } : { kind: 'text', text: this.asWritten(node) };
  }

  /**
   * Returns the typed text of a node. GFM autolinks have no position in the source, so the text of their leaves is
   * used.
   */
  private asWritten(node: Nodes): string {
    const { start, end } = node.position ?? {};
    if (start?.offset !== undefined && end?.offset !== undefined)
      return this.source.slice(start.offset, end.offset);
    return 'children' in node ? markdownTreeText(this.marks(node, 0)) : '';
  }
}

const withInfo = (
  lang: string | null | undefined,
  meta: string | null | undefined,
  value: string,
) => [[lang, meta].filter(Boolean).join(' '), value].filter(Boolean).join('\n');

/** Returns the text of a tree, without Markdown signs. */
export const markdownTreeText = (marks: MarkdownTree): string =>
  marks
    .map((mark) => {
      if ('text' in mark) return mark.text;
      if (mark.kind === 'list')
        return mark.inside.map(({ inside }) => markdownTreeText(inside)).join('\n');
      return markdownTreeText(mark.inside);
    })
    .join('');
