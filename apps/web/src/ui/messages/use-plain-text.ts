import { useEffect, useState } from 'react';
import { hasMarks } from '../../lib/page/marks';

type Read = (text: string) => string;
let known: Read | undefined;

/** What people wrote, without its Markdown. What reads that is loaded for the first text that has any; until then, and offline, the text is as it was typed. */
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
