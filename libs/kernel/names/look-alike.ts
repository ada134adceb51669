import { rectifyConfusion } from 'unicode-confusables';
import { foldText, wordsOf } from '../text.js';

/** Scripts of which some letters look like those of another; what all scripts share belongs to none of them. */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Coptic}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Georgian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Lisu}/u,
];

/** Whether a name has letters of two scripts that can be taken for one another (UTS 39, mixed-script detection). */
export const mixesScripts = (name: string): boolean =>
  SCRIPTS.filter((script) => script.test(name)).length > 1;

/**
 * Whether two names read as one: case, accents, spaces and signs between letters make no difference, nor that a letter is
 * another one that looks like it (UTS 39, skeletons).
 */
export function isSameName(a: string, b: string): boolean {
  const keys = new Set(keysOf(a));
  return keysOf(b).some((key) => keys.has(key));
}

/** As it is folded; as it looks, folded; and as its fold looks: a capital may look like another small letter. */
const keysOf = (name: string): string[] => [
  keyOf(name),
  keyOf(skeleton(name)),
  skeleton(keyOf(name)),
];

const keyOf = (name: string) => wordsOf(name).join('') || foldText(name);

const skeleton = (text: string) => rectifyConfusion(text.normalize('NFD')).normalize('NFD');
