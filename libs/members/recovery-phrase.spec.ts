import { LANGUAGES } from '#kernel/language.js';
import { newRecoveryPhrase, recoveryPhraseHashes } from './recovery-phrase.js';

describe('a recovery phrase', () => {
  it.each(LANGUAGES)('is accepted in %s, with or without accents and capitals', (language) => {
    for (let n = 0; n < 50; n++) {
      const { words, hash } = newRecoveryPhrase(language);
      expect(words).toHaveLength(12);
      const plain = words.join('  ').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
      for (const typed of [words.join(' '), plain, `1. ${words.join(', ')}`.replace('1. ', '')]) {
        expect(recoveryPhraseHashes(typed)).toContainEqual(hash);
      }
    }
  });

  it('is rejected when one word is wrong, missing or added', () => {
    const { words, hash } = newRecoveryPhrase('es');
    const swapped = [words[1], words[0], ...words.slice(2)].join(' ');
    expect(recoveryPhraseHashes(swapped)).not.toContainEqual(hash);
    for (const typed of [
      '',
      words.slice(1).join(' '),
      [...words, 'sol'].join(' '),
      'x '.repeat(12),
    ]) {
      expect(recoveryPhraseHashes(typed)).toEqual([]);
    }
  });
});
