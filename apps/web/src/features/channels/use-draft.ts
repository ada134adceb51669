import { useEffect, useState } from 'react';
import { forget, keep, keptGet } from '../../lib/device-store';

const SETTLED_MS = 200;
const written = new Map<string, string>();
const keyOf = (channelId: string) => `channel ${channelId}`;

function store(channelId: string): void {
  const text = written.get(channelId) ?? '';
  const key = keyOf(channelId);
  void (text === '' ? forget('drafts', key) : keep('drafts', key, text)).catch(() => undefined);
}

/** What is being written in a channel: on this device only, and there again after anything but a lock. */
export function useDraft(channelId: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => written.get(channelId) ?? '');
  useEffect(() => {
    if (written.has(channelId)) return;
    void keptGet<string>('drafts', keyOf(channelId)).then(
      (kept) => {
        if (!kept || written.has(channelId)) return;
        written.set(channelId, kept);
        setText(kept);
      },
      () => undefined,
    );
  }, [channelId]);
  useEffect(() => {
    if (!written.has(channelId)) return undefined;
    const save = () => store(channelId);
    const timer = setTimeout(save, SETTLED_MS);
    addEventListener('pagehide', save);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', save);
      save();
    };
  }, [channelId, text]);
  const write = (next: string) => {
    written.set(channelId, next);
    setText(next);
  };
  return [text, write];
}
