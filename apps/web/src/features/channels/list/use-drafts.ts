import { useEffect, useState } from 'react';
import { type DraftLines, linesOf } from '../composer/draft-text';
import { allDrafts } from '../composer/drafts';

const NONE: DraftLines = new Map();

/** The drafts of this device by channel, read again when another channel is opened; `currentId` has its own in its box. */
export function useDrafts(currentId: string | undefined): DraftLines {
  const [lines, setLines] = useState(NONE);
  useEffect(() => {
    let isShown = true;
    void allDrafts().then(
      (all) => isShown && setLines(linesOf(all)),
      () => undefined,
    );
    return () => void (isShown = false);
  }, [currentId]);
  return lines;
}
