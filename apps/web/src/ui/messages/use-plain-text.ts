import { useEffect, useState } from 'react';
import { hasMarks } from '../../lib/page/marks';

type Read = (text: string) => string;
let known: Read | undefined;

/**
 * Returns member text without Markdown. The parser is loaded for the first text that needs it; until then, and offline,
 * returns the text as typed.
 */
export function usePlainText(text: string): string {
  const [read, setRead] = useState(() => known);
  const isWanted = !read && hasMarks(text);
  useEffect(() => {
    if (!isWanted) return;
    import('../../lib/page/plain-text').then(
      ({ plainText }) => {
        known = plainText;
        setRead(() => plainText);
      },
      () => undefined,
    );
  }, [isWanted]);
  return read && hasMarks(text) ? read(text) : text;
}
