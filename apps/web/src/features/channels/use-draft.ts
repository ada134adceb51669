import { useEffect, useState } from 'react';
import { forget, keep, keptGet } from '../../lib/device-store';
import { written } from '../../lib/kept-channels';

const SETTLED_MS = 200;
const keyOf = (place: string) => `channel ${place}`;

function store(place: string): void {
  const text = written.get(place) ?? '';
  const key = keyOf(place);
  void (text === '' ? forget('drafts', key) : keep('drafts', key, text)).catch(() => undefined);
}

/** What is being written in a feed of a channel (`feedKey`): on this device only, and there again after anything but a lock. */
export function useDraft(place: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => written.get(place) ?? '');
  useEffect(() => {
    if (written.has(place)) return;
    void keptGet<string>('drafts', keyOf(place)).then(
      (kept) => {
        if (!kept || written.has(place)) return;
        written.set(place, kept);
        setText(kept);
      },
      () => undefined,
    );
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
