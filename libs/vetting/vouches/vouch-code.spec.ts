import fc from 'fast-check';
import { newVouchCode, readVouchCode, showVouchCode } from './vouch-code.js';

describe('a vouch code', () => {
  it('is read with any case, spaces, hyphens and confusable letters', () => {
    const code = newVouchCode();
    const shown = showVouchCode(code);
    expect(shown).toMatch(/^(\w{4}-){6}\w{4}$/);
    for (const typed of [code, shown, shown.toLowerCase(), ` ${shown.replaceAll('-', ' ')} `]) {
      expect(readVouchCode(typed)).toBe(code);
    }
    expect(readVouchCode(shown.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
  });

  it('detects any single mistyped character', () => {
    fc.assert(
      fc.property(fc.nat(27), fc.integer({ min: 1, max: 31 }), (at, shift) => {
        const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const code = newVouchCode();
        const other = signs[(signs.indexOf(code[at]!) + shift) % 32]!;
        expect(readVouchCode(code.slice(0, at) + other + code.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it('rejects text that is not a code', () => {
    for (const text of [
      '',
      'hola',
      newVouchCode().slice(1),
      `${newVouchCode()}0`,
      'Ñ'.repeat(28),
    ]) {
      expect(readVouchCode(text)).toBeUndefined();
    }
  });
});
