import { useEffect, useState } from 'react';
import { mayHaveMarkdown } from '../../lib/page/may-have-markdown';

type Read = (text: string) => string;
let known: Read | undefined;

/**
 * Returns member text without Markdown. The parser is loaded for the first text that needs it; until then, and offline,
 * returns the text as typed.
 */
export function usePlainText(text: string): string {
  const [read, setRead] = useState(() => known);
  const isWanted = !read && mayHaveMarkdown(text);
  useEffect(() => {
    if (!isWanted) return;
    import('../../lib/page/markdown-to-plain-text').then(
      ({ markdownToPlainText }) => {
        known = markdownToPlainText;
        setRead(() => markdownToPlainText);
      },
      () => undefined,
    );
  }, [isWanted]);
  return read && mayHaveMarkdown(text) ? read(text) : text;
}
