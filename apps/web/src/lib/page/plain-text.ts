import { marksIn, textOf } from './markdown.js';

/** The words of a text without its Markdown, one block a line; as it was typed where it cannot be read as Markdown. */
export function plainText(text: string): string {
  const marks = marksIn(text);
  return marks ? marks.map((mark) => textOf([mark])).join('\n') : text;
}
