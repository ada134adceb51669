import fc from 'fast-check';
import { excerptOf } from './excerpt';

const shown = (body: string, asked: string) =>
  excerptOf(body, asked)
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('');

describe('excerpt of a message', () => {
  it.each([
    ['the word itself', 'El río crece', 'río', 'El [río] crece'],
    ['a word without its accents', 'El río crece', 'RIO', 'El [río] crece'],
    ['the start of a word', 'Las inundaciones', 'inund', 'Las [inundaciones]'],
    ['another form of a word', 'La marcha', 'marchas', 'La [marcha]'],
    ['each of several words', 'agua y tierra', 'tierra agua', '[agua] y [tierra]'],
    ['every word that begins so', 'La mar y el marco', 'mar', 'La [mar] y el [marco]'],
    ['no word that only begins alike', 'casa de la costa', 'casino', 'casa de la costa'],
    ['no word that differs in more than its end', 'La campesina', 'campaña', 'La campesina'],
    ['no short start of a word', 'la lata', 'la', '[la] lata'],
    ['nothing when nothing is asked', 'El río', '', 'El río'],
  ])('an excerpt highlights %s', (_what, body, asked, expected) => {
    expect(shown(body, asked)).toBe(expected);
  });

  it('an excerpt joins the lines of a message into one line', () => {
    expect(shown('  uno\n\ndos\t tres ', 'dos')).toBe('uno [dos] tres');
  });

  it('an excerpt begins shortly before the first match and ends at a word boundary', () => {
    const excerpt = shown(`${'antes '.repeat(40)}río ${'luego '.repeat(60)}`, 'río');
    expect(excerpt).toMatch(/^… (antes ){6}\[río\] (luego ?)+ …$/);
    expect(excerpt.length).toBeLessThan(200);
  });

  it('an excerpt begins and ends inside a word that is too long', () => {
    const long = 'a'.repeat(300);
    expect(shown(`${long} río`, 'río')).toBe('… [río]');
    expect(shown(`${long}.río crece`, 'río')).toBe('… [río] crece');
    expect(shown(`${long}.río`, 'río')).toBe('… [río]');
    expect(shown(`río ${long}`, 'río')).toBe(`[río] ${'a'.repeat(176)} …`);
  });

  it('an excerpt contains the first match even between very long words', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'ñ', '\u0301', '.'),
      maxLength: 250,
      size: 'max',
    });
    const words = fc.array(fc.oneof(word, fc.constant('río')), { maxLength: 4 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const body = [...before, 'río', ...after].join(' ');
        const parts = excerptOf(body, 'río');
        expect(parts.filter(({ isHit }) => isHit).map(({ text }) => text)).toContain('río');
        const line = body.replace(/\s+/gu, ' ').trim();
        const text = parts.map((part) => part.text).join('');
        expect(line).toContain(text.replace(/^… /, '').replace(/ …$/, ''));
        expect(text.length).toBeLessThanOrEqual(184);
      }),
    );
  });
});
