import fc from 'fast-check';
import { createVouchCode, parseVouchCode, formatVouchCode } from './vouch-code.js';

describe('parseVouchCode', () => {
  it('accepts any case, spaces, hyphens and confusable letters', () => {
    const code = createVouchCode();
    const shown = formatVouchCode(code);
    expect(shown).toMatch(/^(\w{4}-){6}\w{4}$/);
    for (const typed of [code, shown, shown.toLowerCase(), ` ${shown.replaceAll('-', ' ')} `]) {
      expect(parseVouchCode(typed)).toBe(code);
    }
    expect(parseVouchCode(shown.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
  });

  it('detects any single mistyped character', () => {
    fc.assert(
      fc.property(fc.nat(27), fc.integer({ min: 1, max: 31 }), (at, shift) => {
        const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const code = createVouchCode();
        const other = signs[(signs.indexOf(code[at]!) + shift) % 32]!;
        expect(parseVouchCode(code.slice(0, at) + other + code.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it('rejects text that is not a code', () => {
    for (const text of [
      '',
      'hola',
      createVouchCode().slice(1),
      `${createVouchCode()}0`,
      'Ñ'.repeat(28),
    ]) {
      expect(parseVouchCode(text)).toBeUndefined();
    }
  });
});
