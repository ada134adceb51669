import { useEffect, useState } from 'react';
import { type DraftLines, draftLinesOf } from '../composer/draft-text';
import { allDrafts } from '../composer/drafts';

const NONE: DraftLines = new Map();

/**
 * First lines of all drafts on this device, by channel. They are read again when `currentId` changes. The row of the
 * open channel shows no draft, because its composer shows it.
 */
export function useDrafts(currentId: string | undefined): DraftLines {
  const [lines, setLines] = useState(NONE);
  useEffect(() => {
    let isShown = true;
    void allDrafts().then(
      (all) => isShown && setLines(draftLinesOf(all)),
      () => undefined,
    );
    return () => void (isShown = false);
  }, [currentId]);
  return lines;
}
