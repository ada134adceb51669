import { createHash } from 'node:crypto';
import { generateMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as portuguese } from '@scure/bip39/wordlists/portuguese.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import type { Language } from '#kernel/language.js';
import { wordsOf } from '#kernel/text.js';

const LISTS: Readonly<Record<Language, string[]>> = { es: spanish, pt: portuguese, en: english };

/** People type without accents, so words are compared folded; each list stays without doubles under it. */
const FOLDED = Object.values(LISTS).map(
  (list) => [list, new Map(list.map((word) => [wordsOf(word)[0]!, word]))] as const,
);

export interface Receipt {
  /** Twelve words: 128 random bits and four that find typing errors (BIP 39). Shown once. */
  readonly words: readonly string[];
  /** What is kept of them. */
  readonly hash: Buffer;
}

/** A new receipt with the words of a language. */
export function newReceipt(language: Language): Receipt {
  const mnemonic = generateMnemonic(LISTS[language], 128);
  const hash = hashOf(mnemonicToEntropy(mnemonic, LISTS[language]));
  return { words: mnemonic.normalize('NFC').split(/\s+/), hash };
}

/** What is kept of typed words, one for each language in which they are a receipt: nearly always none or one. */
export function receiptHashes(text: string): Buffer[] {
  const typed = wordsOf(text.slice(0, 500));
  if (typed.length !== 12) return [];
  return FOLDED.flatMap(([list, words]) => {
    const mnemonic = typed.map((word) => words.get(word));
    if (mnemonic.includes(undefined)) return [];
    try {
      return [hashOf(mnemonicToEntropy(mnemonic.join(' '), list))];
    } catch {
      return []; // the words are of the list, but not these twelve in this order
    }
  });
}

/** A plain digest is right for 128 random bits. */
const hashOf = (entropy: Uint8Array): Buffer => createHash('sha256').update(entropy).digest();
