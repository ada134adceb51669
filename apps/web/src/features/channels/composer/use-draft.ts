import { useEffect, useState } from 'react';
import { forget, keep, keptGet } from '../../../lib/device/device-store';
import { written } from '../../../lib/device/kept-channels';
import { withTyped } from './draft-text';
import { draftKey } from './drafts';

const SETTLED_MS = 200;
/** Feeds whose stored draft was loaded into memory. */
const known = new Set<string>();

function store(place: string): void {
  const text = written.get(place) ?? '';
  const key = draftKey(place);
  void (text === '' ? forget('drafts', key) : keep('drafts', key, text)).catch(() => undefined);
}

/** The draft text of a feed (`feedKey`), stored on this device only. It survives everything but "lock now". */
export function useDraft(place: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => written.get(place) ?? '');
  useEffect(() => {
    if (known.has(place)) return;
    void keptGet<string>('drafts', draftKey(place))
      .catch(() => undefined)
      .then((kept) => {
        if (kept && !known.has(place)) written.set(place, withTyped(kept, written.get(place)));
        known.add(place);
        setText(written.get(place) ?? '');
      });
  }, [place]);
  useEffect(() => {
    if (!written.has(place)) return undefined;
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
    written.set(place, next);
    setText(next);
  };
  return [text, write];
}
