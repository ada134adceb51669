import { type MarkdownTree, parseMarkdown, MARKDOWN_LIMITS, markdownTreeText } from './markdown';
import { mayHaveMarkdown } from './may-have-markdown';

const text = (words: string) => ({ kind: 'text', text: words });
const line = (...inside: unknown[]) => ({ kind: 'line', inside });

describe('Markdown parser', () => {
  it.each([
    ['plain words', 'hola', [line(text('hola'))]],
    ['bold', '**hola**', [line({ kind: 'strong', inside: [text('hola')] })]],
    ['italics', '*hola*', [line({ kind: 'em', inside: [text('hola')] })]],
    ['one tilde', '~no~', [line({ kind: 'del', inside: [text('no')] })]],
    ['code', '`a *b*`', [line({ kind: 'code', text: 'a *b*' })]],
    ['a block of code', '```\na\nb\n```', [{ kind: 'block', text: 'a\nb' }]],
    ['a block with its language', '```js x\na\n```', [{ kind: 'block', text: 'js x\na' }]],
    ['a heading', '## Hola', [{ kind: 'title', inside: [text('Hola')] }]],
    ['a quotation', '> hola', [{ kind: 'quote', inside: [line(text('hola'))] }]],
    ['two paragraphs', 'a\n\nb', [line(text('a')), line(text('b'))]],
  ])('parses %s into a tree', (_what, written, marks) => {
    expect(parseMarkdown(written)).toEqual(marks);
  });

  it('keeps the typed numbers of an ordered list', () => {
    expect(parseMarkdown('3) tres\n7) siete')).toEqual([
      {
        kind: 'list',
        isOrdered: true,
        inside: [
          { number: 3, inside: [line(text('tres'))] },
          { number: 7, inside: [line(text('siete'))] },
        ],
      },
    ]);
    expect(parseMarkdown('- uno')).toEqual([
      { kind: 'list', isOrdered: false, inside: [{ number: null, inside: [line(text('uno'))] }] },
    ]);
  });

  it('links safe addresses and leaves other links as typed text', () => {
    expect(parseMarkdown('[acá](https://ejemplo.org)')).toEqual([
      line({
        kind: 'link',
        href: 'https://ejemplo.org/',
        host: 'ejemplo.org',
        inside: [text('acá')],
      }),
    ]);
    for (const typed of ['[acá](javascript:alert)', '[acá](https://ejemplo.org "título")'])
      expect(parseMarkdown(typed)).toEqual([line(text(typed))]);
  });

  it.each(['<b>no</b>', '<div>no\n</div>', '&lt;', 'a\\\nb', 'a\n---'])(
    'treats HTML and unsupported Markdown as text: %s',
    (typed) => {
      expect(parseMarkdown(typed)).toEqual([line(text(typed))]);
    },
  );

  it('ignores link references and indented code', () => {
    expect(parseMarkdown('[a]: b\n\n[a]')).toEqual([line(text('[a]: b')), line(text('[a]'))]);
    expect(parseMarkdown('    a')).toEqual([line(text('a'))]);
  });

  it.each([
    ['too long', 'a'.repeat(MARKDOWN_LIMITS.letters + 1)],
    ['of too many lines', 'a\n'.repeat(MARKDOWN_LIMITS.lines)],
    ['of too many signs', '*a'.repeat(MARKDOWN_LIMITS.signs + 1)],
    ['nested too deeply', `${'> '.repeat(9)}x`],
    [
      'nested too deeply in its lines',
      Array.from({ length: 8 }, (_, n) => `${'  '.repeat(n)}- x`).join('\n'),
    ],
    ['of signs alone', '#'],
    ['empty', ''],
  ])('returns null for text that is %s', (_what, typed) => {
    expect(parseMarkdown(typed)).toBeNull();
  });

  it('parses text up to its limits', () => {
    expect(parseMarkdown('a'.repeat(MARKDOWN_LIMITS.letters))).not.toBeNull();
    expect(parseMarkdown(`a${'\n'.repeat(MARKDOWN_LIMITS.lines - 1)}`)).not.toBeNull();
    expect(parseMarkdown(`${'> '.repeat(8)}x`)).not.toBeNull();
  });
});

describe('plain text of a Markdown tree', () => {
  it('the plain text has no Markdown signs, and one list item per line', () => {
    const marks: MarkdownTree = parseMarkdown('**a** `b`\n\n- c\n- *d*')!;
    expect(markdownTreeText(marks)).toBe('a bc\nd');
  });
});

describe('mayHaveMarkdown', () => {
  it.each([
    '*a*',
    'a_b',
    '~a~',
    '`a`',
    '[a]',
    '<a',
    '# a',
    'a\\b',
    'https://a.org',
    'www.a.org',
    'a@b',
  ])('recognises Markdown in: %s', (typed) => {
    expect(mayHaveMarkdown(typed)).toBe(true);
  });

  it.each(['- a', '+ a', '  1. a', 'a\n2) b', '> a', '3.'])(
    'recognises Markdown by the start of a line: %s',
    (typed) => {
      expect(mayHaveMarkdown(typed)).toBe(true);
    },
  );

  it.each(['hola', 'a - b', '1.5 km', 'hola @ana', 'sí (no)', ''])(
    'recognises no Markdown in: %s',
    (typed) => {
      expect(mayHaveMarkdown(typed)).toBe(false);
    },
  );
});
