import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import {
  type MarkdownNode,
  type MarkdownTree,
  parseMarkdown,
  MARKDOWN_LIMITS,
} from '../../../apps/web/src/lib/page/markdown.js';
import { mayHaveMarkdown } from '../../../apps/web/src/lib/page/may-have-markdown.js';
import { MarkdownView } from '../../../apps/web/src/ui/messages/markdown-view.js';
import { numberOfRuns } from '../../support/sampled-sweeps.js';

/** Renders a message as the web app does. */
const html = (text: string) => renderToStaticMarkup(createElement(MarkdownView, { text }));
const tagsOf = (drawn: string) => [...drawn.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name!);
const hrefsOf = (drawn: string) => [...drawn.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!);
const wordsOf = (drawn: string) =>
  drawn
    .replaceAll(/ value="(\d+)"/g, '>$1<')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#x27);/g, (_, name) => ENTITIES[name as string]!);
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

const ALLOWED = new Set('span strong em del code pre p blockquote ul ol li a bdi'.split(' '));

const piece = fc.constantFrom(
  ...['hola', 'río', ' ', '\n', '\n\n', '*', '**', '_', '~~', '`', '```', '> ', '- ', '1. ', '7) ', '# '],
  ...['[', ']', '(', ')', '![', '](', '<', '>', '<b>', '<img src=x onerror=alert(1)>', '<script>', '&lt;'],
  ...['javascript:alert(1)', 'https://ejemplo.org/a?b=c', 'www.ejemplo.org', 'data:text/html,x', 'a@b.org'],
  ...['mailto:a@b.org', 'https://a@b.org', 'https://\u202eevil', '\u200b', '\\', '"', "'", '|', '---', '&amp;', 'ñandú g̃'],
); // prettier-ignore
const typed = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 40 }).map((all) => all.join('')) },
  fc.string({ unit: 'binary', maxLength: 200 }),
);

function* each(marks: MarkdownTree, depth = 1): Generator<{ mark: MarkdownNode; depth: number }> {
  for (const mark of marks) {
    yield { mark, depth };
    if (mark.kind === 'list') for (const { inside } of mark.inside) yield* each(inside, depth + 2);
    else if ('inside' in mark) yield* each(mark.inside, depth + 1);
  }
}

describe('rendering of random text', () => {
  it('produces only allowed elements, only http, https and mailto links, and never throws', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const drawn = html(text);
        for (const tag of tagsOf(drawn)) expect([text, ALLOWED.has(tag)]).toEqual([text, true]);
        for (const href of hrefsOf(drawn)) expect(href).toMatch(/^(https?:\/\/|mailto:)/);
        const count = hrefsOf(drawn).length;
        expect(drawn.match(/rel="noopener noreferrer nofollow"/g)?.length ?? 0).toBe(count);
        expect(drawn).not.toMatch(/<[^>]*(src|style|on\w+)=/);
      }),
      { numRuns: numberOfRuns(3_000) },
    );
  });

  it('keeps every word, in the visible text or in a link target', () => {
    const letters = (text: string) => text.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(typed, (text) => {
        const drawn = html(text);
        const shown = letters(wordsOf(drawn) + hrefsOf(drawn).join(' '));
        // The beginning of a mail address can belong to the link before it.
        for (const word of text.match(/(hola|río|ñandú|ejemplo|alert)(?![\p{L}\p{N}]*@)/gu) ?? [])
          expect(shown).toContain(letters(word));
      }),
      { numRuns: numberOfRuns(2_000) },
    );
  });

  it('limits the number and the depth of Markdown tokens', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const found = [...each(parseMarkdown(text) ?? [])];
        expect(found.length).toBeLessThanOrEqual(MARKDOWN_LIMITS.marks);
        expect(Math.max(0, ...found.map(({ depth }) => depth))).toBeLessThanOrEqual(
          MARKDOWN_LIMITS.inside,
        );
      }),
      { numRuns: numberOfRuns(1_000) },
    );
  });

  it('leaves text without Markdown unchanged', () => {
    // Ignores whitespace. NUL, which no message contains, is rendered as U+FFFD.
    const bare = (words: string) => words.replaceAll(/\s/gu, '').replaceAll('\0', '\uFFFD');
    fc.assert(
      fc.property(typed, (text) => {
        if (!mayHaveMarkdown(text)) expect(bare(wordsOf(html(text)))).toBe(bare(text));
      }),
      { numRuns: numberOfRuns(2_000) },
    );
  });
});

describe('rendering of text with excessive Markdown', () => {
  it.each([
    ['100,000 stars', '*'.repeat(100_000)],
    ['4,000 stars', '*a'.repeat(2_000)],
    ['brackets in brackets', '['.repeat(2_000) + 'x' + ']'.repeat(2_000)],
    ['quotes in quotes', '>'.repeat(1_000) + ' x'],
    ['quotes in quotes, far apart', `>${' '.repeat(40)}`.repeat(8) + 'x'],
    ['lists in lists', '- '.repeat(500) + 'x'],
    ['very many lines', '- a\n'.repeat(390)],
    [
      'lists in lists, line by line',
      Array.from({ length: 60 }, (_, n) => `${'  '.repeat(n)}- x`).join('\n'),
    ],
    ['emphasis in emphasis', '*a **a '.repeat(200) + 'a** a*'.repeat(200)],
    ['a huge table', '| a | b |\n'.repeat(900)],
    ['open links', '[a]('.repeat(900)],
    ['ticks', '`'.repeat(3_999)],
  ])(
    'Markdown with excessive tokens produces a limited number of elements and visible text: %s',
    (_what, text) => {
      const marks = parseMarkdown(text);
      expect([...each(marks ?? [])].length).toBeLessThanOrEqual(MARKDOWN_LIMITS.marks);
      expect(wordsOf(html(text)).length).toBeGreaterThan(0);
    },
  );

  it('text beyond the Markdown limits is shown unparsed', () => {
    expect(parseMarkdown('*'.repeat(100_000))).toBeNull();
    expect(parseMarkdown('>'.repeat(1_000) + ' x')).toBeNull();
    expect(parseMarkdown('- a\n'.repeat(MARKDOWN_LIMITS.lines + 1))).toBeNull();
    expect(parseMarkdown('una **palabra**')).not.toBeNull();
  });
});

describe('rendering of tokens without text', () => {
  it.each(['#', '>', '-', '1.', '```\n```'])(
    'Markdown tokens without text are shown as typed: %s',
    (text) => {
      expect(parseMarkdown(text)).toBeNull();
    },
  );
});

describe('rendering of typical messages', () => {
  it.each([
    [
      '**fuerte** y *suave*',
      '<strong><span>fuerte</span></strong><span> y </span><em><span>suave</span></em>',
    ],
    ['~~no~~ `x*y`', '<del><span>no</span></del><span> </span><code>x*y</code>'],
    ['# Título', '<p><strong><span>Título</span></strong></p>'],
    ['> cita', '<blockquote><p><span>cita</span></p></blockquote>'],
    ['- uno\n- dos', '<ul><li><span>uno</span></li><li><span>dos</span></li></ul>'],
    [
      '3) tres\n7) siete',
      '<ol><li value="3"><span>tres</span></li><li value="7"><span>siete</span></li></ol>',
    ],
    ['<b>no</b>', '<span>&lt;b&gt;no&lt;/b&gt;</span>'],
    ['una línea\notra', '<span>una línea\notra</span>'],
    ['a_b_c 2*3*4', '<span>a_b_c 2</span><em><span>3</span></em><span>4</span>'],
  ])('a typical message is rendered as the expected HTML: %s', (text, drawn) => {
    expect(html(text)).toBe(drawn);
  });

  const link = (text: string) => {
    const [, href, words, host] =
      /<a href="([^"]*)"[^>]*><bdi>(.*?)<\/bdi>(?:<span class="mk__host"> \((.*?)\)<\/span>)?<\/a>/.exec(
        html(text),
      ) ?? [];
    return href === undefined ? null : [href, wordsOf(words!), host];
  };
  it.each([
    [
      'https://ejemplo.org/ruta',
      ['https://ejemplo.org/ruta', 'https://ejemplo.org/ruta', undefined],
    ],
    ['www.ejemplo.org', ['http://www.ejemplo.org/', 'www.ejemplo.org', undefined]],
    ['[acá](https://ejemplo.org/x)', ['https://ejemplo.org/x', 'acá', 'ejemplo.org']],
    [
      '[https://banco.org](https://otro.example)',
      ['https://otro.example/', 'https://banco.org', 'otro.example'],
    ],
    ['![foto](https://ejemplo.org/f.png)', ['https://ejemplo.org/f.png', 'foto', 'ejemplo.org']],
    ['[а](https://аpple.com)', ['https://xn--pple-43d.com/', 'а', 'xn--pple-43d.com']],
    ['escribe a ana@ejemplo.org', ['mailto:ana@ejemplo.org', 'ana@ejemplo.org', undefined]],
    ['[x](javascript:alert)', null],
    ['[x](data:text/html,x)', null],
    ['[x](//ejemplo.org)', null],
    ['[x](/app/me)', null],
    ['[x](https://banco.org@otro.example)', null],
    ['[x](https://ejemplo.org/%E2%80%AEgpj)', null],
    ['[x\u202e](https://ejemplo.org)', null],
    ['[x](mailto:a@b.org?body=hola)', null],
    ['<https://ejemplo.org>', ['https://ejemplo.org/', 'https://ejemplo.org', undefined]],
  ])(
    'a Markdown link has the expected address, text and host, or is not rendered as a link: %s',
    (text, told) => {
      expect(link(text)).toEqual(told);
    },
  );
});
