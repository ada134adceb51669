import { createHash } from 'node:crypto';
import { generateMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import type { Language } from '#kernel/language.js';
import { wordsOf } from '#kernel/text.js';

const LISTS: Readonly<Record<Language, string[]>> = { es: spanish, pt: portuguese, en: english };

/** People type without accents, so folded words are compared. Within a list, no two words fold to the same text. */
const FOLDED = Object.values(LISTS).map(
  (list) => [list, new Map(list.map((word) => [wordsOf(word)[0]!, word]))] as const,
);

export interface RecoveryPhrase {
  /** Twelve words: 128 random bits and a checksum of four bits (BIP 39). Shown once. */
  readonly words: readonly string[];
  /** SHA-256 of the phrase's random bits; stored instead of the words. */
  readonly hash: Buffer;
}

/** A phrase opens an account or a case. The hash depends on it, so that a phrase never opens anything else. */
export type RecoveryPhrasePurpose = 'account' | 'case';

/** Creates a recovery phrase in this language. */
export function newRecoveryPhrase(
  language: Language,
  purpose: RecoveryPhrasePurpose = 'account',
): RecoveryPhrase {
  const mnemonic = generateMnemonic(LISTS[language], 128);
  const hash = hashOf(mnemonicToEntropy(mnemonic, LISTS[language]), purpose);
  return { words: mnemonic.normalize('NFC').split(/\s+/), hash };
}

/** Returns the hashes of typed words, one per language in which they are a valid recovery phrase; usually none or one. */
export function recoveryPhraseHashes(
  text: string,
  purpose: RecoveryPhrasePurpose = 'account',
): Buffer[] {
  const typed = wordsOf(text.slice(0, 500));
  if (typed.length !== 12) return [];
  return FOLDED.flatMap(([list, words]) => {
    const mnemonic = typed.map((word) => words.get(word));
    if (mnemonic.includes(undefined)) return [];
    try {
      return [hashOf(mnemonicToEntropy(mnemonic.join(' '), list), purpose)];
    } catch {
      return []; // the words are in the list, but their checksum is wrong
    }
  });
}

/** Whether the typed words could be a recovery phrase: twelve words of one list with the right checksum. */
export const isRecoveryPhrase = (text: string): boolean => recoveryPhraseHashes(text).length > 0;

/** A plain hash is sufficient for 128 random bits. */
function hashOf(entropy: Uint8Array, purpose: RecoveryPhrasePurpose): Buffer {
  const hash = createHash('sha256');
  if (purpose === 'case') hash.update('support case ');
  return hash.update(entropy).digest();
}
