import { useEffect, useState } from 'react';
import { deleteStored, putStored, getStored } from '../../../lib/device/device-store';
import { currentDrafts } from '../../../lib/device/stored-feeds';
import { mergeDraft } from './draft-text';
import { draftKey } from './drafts';

const SETTLED_MS = 200;
/** Feeds whose stored draft was loaded into memory. */
const known = new Set<string>();

function store(place: string): void {
  const text = currentDrafts.get(place) ?? '';
  const key = draftKey(place);
  void (text === '' ? deleteStored('drafts', key) : putStored('drafts', key, text)).catch(
    () => undefined,
  );
}

/**
 * The draft text of a feed (`storedFeedKey`), stored on this device only. It is kept until the device is wiped or the
 * viewer loses access to the channel.
 */
export function useDraft(place: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => currentDrafts.get(place) ?? '');
  useEffect(() => {
    if (known.has(place)) return;
    void getStored<string>('drafts', draftKey(place))
      .catch(() => undefined)
      .then((kept) => {
        if (kept && !known.has(place))
          currentDrafts.set(place, mergeDraft(kept, currentDrafts.get(place)));
        known.add(place);
        setText(currentDrafts.get(place) ?? '');
      });
  }, [place]);
  useEffect(() => {
    if (!currentDrafts.has(place)) return undefined;
    const save = () => store(place);
    const timer = setTimeout(save, SETTLED_MS);
    addEventListener('pagehide', save);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', save);
      save();
    };
  }, [place, text]);
  const write = (next: string) => {
    currentDrafts.set(place, next);
    setText(next);
  };
  return [text, write];
}
