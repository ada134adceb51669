import { type Marks, marksIn, MOST, textOf } from './markdown';
import { hasMarks } from './marks';

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
    expect(marksIn(written)).toEqual(marks);
  });

  it('keeps the typed numbers of an ordered list', () => {
    expect(marksIn('3) tres\n7) siete')).toEqual([
      {
        kind: 'list',
        isOrdered: true,
        inside: [
          { number: 3, inside: [line(text('tres'))] },
          { number: 7, inside: [line(text('siete'))] },
        ],
      },
    ]);
    expect(marksIn('- uno')).toEqual([
      { kind: 'list', isOrdered: false, inside: [{ number: null, inside: [line(text('uno'))] }] },
    ]);
  });

  it('links safe addresses and leaves other links as typed text', () => {
    expect(marksIn('[acá](https://ejemplo.org)')).toEqual([
      line({
        kind: 'link',
        href: 'https://ejemplo.org/',
        host: 'ejemplo.org',
        inside: [text('acá')],
      }),
    ]);
    for (const typed of ['[acá](javascript:alert)', '[acá](https://ejemplo.org "título")'])
      expect(marksIn(typed)).toEqual([line(text(typed))]);
  });

  it.each(['<b>no</b>', '<div>no\n</div>', '&lt;', 'a\\\nb', 'a\n---'])(
    'treats HTML and unsupported Markdown as text: %s',
    (typed) => {
      expect(marksIn(typed)).toEqual([line(text(typed))]);
    },
  );

  it('ignores link references and indented code', () => {
    expect(marksIn('[a]: b\n\n[a]')).toEqual([line(text('[a]: b')), line(text('[a]'))]);
    expect(marksIn('    a')).toEqual([line(text('a'))]);
  });

  it.each([
    ['too long', 'a'.repeat(MOST.letters + 1)],
    ['of too many lines', 'a\n'.repeat(MOST.lines)],
    ['of too many signs', '*a'.repeat(MOST.signs + 1)],
    ['nested too deeply', `${'> '.repeat(9)}x`],
    [
      'nested too deeply in its lines',
      Array.from({ length: 8 }, (_, n) => `${'  '.repeat(n)}- x`).join('\n'),
    ],
    ['of signs alone', '#'],
    ['empty', ''],
  ])('returns null for text that is %s', (_what, typed) => {
    expect(marksIn(typed)).toBeNull();
  });

  it('parses text up to its limits', () => {
    expect(marksIn('a'.repeat(MOST.letters))).not.toBeNull();
    expect(marksIn(`a${'\n'.repeat(MOST.lines - 1)}`)).not.toBeNull();
    expect(marksIn(`${'> '.repeat(8)}x`)).not.toBeNull();
  });
});

describe('plain text of a Markdown tree', () => {
  it('has no Markdown signs, and one list item per line', () => {
    const marks: Marks = marksIn('**a** `b`\n\n- c\n- *d*')!;
    expect(textOf(marks)).toBe('a bc\nd');
  });
});

describe('text that may have Markdown', () => {
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
  ])('is recognised: %s', (typed) => {
    expect(hasMarks(typed)).toBe(true);
  });

  it.each(['- a', '+ a', '  1. a', 'a\n2) b', '> a', '3.'])(
    'is recognised by its line starts: %s',
    (typed) => {
      expect(hasMarks(typed)).toBe(true);
    },
  );

  it.each(['hola', 'a - b', '1.5 km', 'hola @ana', 'sí (no)', ''])(
    'is not recognised in: %s',
    (typed) => {
      expect(hasMarks(typed)).toBe(false);
    },
  );
});
