import { marksIn, textOf } from './markdown.js';

/**
 * Removes Markdown signs from a text and puts each block on one line. Returns the text unchanged if it cannot be
 * parsed.
 */
export function plainText(text: string): string {
  const marks = marksIn(text);
  return marks ? marks.map((mark) => textOf([mark])).join('\n') : text;
}
