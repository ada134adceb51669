import { parseMarkdown, markdownTreeText } from './markdown.js';

/**
 * Removes Markdown signs from a text and puts each block on one line. Returns the text unchanged if it cannot be
 * parsed.
 */
export function markdownToPlainText(text: string): string {
  const marks = parseMarkdown(text);
  return marks ? marks.map((mark) => markdownTreeText([mark])).join('\n') : text;
}
