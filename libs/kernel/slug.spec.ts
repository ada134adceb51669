import { randomSlugSuffix, slugOf } from './slug.js';

describe('slugs', () => {
  it.each([
    ['Río Arriba', 'rio-arriba'],
    ['  ¿Ñandú? — 2.ª vuelta ', 'nandu-2-a-vuelta'],
    ["Ko'ẽju", 'koeju'],
    ['Река', 'grupo'],
    ['🌱', 'grupo'],
    ['a'.repeat(60), 'a'.repeat(40)],
    [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
  ])('slugOf turns the name %s into the slug %s', (name, slug) => expect(slugOf(name)).toBe(slug));

  it('randomSlugSuffix gives random letters and digits', () => {
    const tails = new Set(Array.from({ length: 100 }, () => randomSlugSuffix(8)));
    expect(tails.size).toBe(100);
    for (const tail of tails) expect(tail).toMatch(/^[a-z2-9]{8}$/);
  });
});
