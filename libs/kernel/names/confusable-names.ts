import { rectifyConfusion } from 'unicode-confusables';
import { foldText, wordsOf } from '../text.js';

/** Scripts with letters that look like letters of another script. Characters shared by all scripts belong to none. */
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

/** Whether a name mixes letters of two scripts that look alike (UTS 39, mixed-script detection). */
export const mixesScripts = (name: string): boolean =>
  SCRIPTS.filter((script) => script.test(name)).length > 1;

/**
 * Whether two names look the same. Case, accents, spaces, punctuation and letters that look alike make no difference
 * (UTS 39, skeletons).
 */
export function areNamesConfusable(a: string, b: string): boolean {
  const keys = new Set(keysOf(a));
  return keysOf(b).some((key) => keys.has(key));
}

/**
 * Returns the folded name, its folded skeleton, and the skeleton of the folded name: a capital letter may look like a
 * different small letter.
 */
const keysOf = (name: string): string[] => [
  keyOf(name),
  keyOf(skeleton(name)),
  skeleton(keyOf(name)),
];

const keyOf = (name: string) => wordsOf(name).join('') || foldText(name);

const skeleton = (text: string) =>
  rectifyConfusion(withoutSmallCapitals(text.normalize('NFD'))).normalize('NFD');

/** Latin small capitals, which UTS 39 does not list as similar to their letters. */
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ';
const THEIR_LETTERS = 'abcdefghijklmnopqrstuvwyz';

const withoutSmallCapitals = (text: string) =>
  text.replaceAll(/[ᴀ-ᴢɢɪɴʀʏʙʜʟꜰꜱꞯ]/gu, (letter) => {
    const at = [...SMALL_CAPITALS].indexOf(letter);
    return at < 0 ? letter : THEIR_LETTERS[at]!;
  });
