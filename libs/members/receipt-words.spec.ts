import { LANGUAGES } from '#kernel/language.js';
import { newReceipt, receiptHashes } from './receipt-words.js';

describe('the words of a receipt', () => {
  it.each(LANGUAGES)('are accepted in %s, with or without accents and capitals', (language) => {
    for (let n = 0; n < 50; n++) {
      const { words, hash } = newReceipt(language);
      expect(words).toHaveLength(12);
      const plain = words.join('  ').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
      for (const typed of [words.join(' '), plain, `1. ${words.join(', ')}`.replace('1. ', '')]) {
        expect(receiptHashes(typed)).toContainEqual(hash);
      }
    }
  });

  it('are rejected when one is wrong, missing or added', () => {
    const { words, hash } = newReceipt('es');
    const swapped = [words[1], words[0], ...words.slice(2)].join(' ');
    expect(receiptHashes(swapped)).not.toContainEqual(hash);
    for (const typed of [
      '',
      words.slice(1).join(' '),
      [...words, 'sol'].join(' '),
      'x '.repeat(12),
    ]) {
      expect(receiptHashes(typed)).toEqual([]);
    }
  });
});
