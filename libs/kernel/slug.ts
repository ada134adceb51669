import { randomInt } from 'node:crypto';
import { wordsOf } from './text.js';

const MAX = 40;
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** `Río Arriba` → `rio-arriba`; a name without Latin letters → `otherwise`. */
export function slugOf(name: string, otherwise = 'grupo'): string {
  const words = wordsOf(name)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '');
  const slug = words.join('-').slice(0, MAX).replace(/-+$/, '');
  return slug === '' ? otherwise : slug;
}

/** Whether a text has the form of a slug of a group or an organisation. */
export const isSlug = (text: string): boolean => /^[a-z0-9-]{1,60}$/.test(text);

/** `length` random letters and digits, without characters that look alike. */
export function randomSlugSuffix(length: number): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
