import { useState } from 'react';

/** Drafts by thread. Unlike those of other channels, they are never stored on the device. */
const drafts = new Map<string, string>();

/** The draft text of a thread, in the memory of this page only. */
export function useThreadDraft(channelId: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => drafts.get(channelId) ?? '');
  const write = (next: string) => {
    drafts.set(channelId, next);
    setText(next);
  };
  return [text, write];
}

/** Deletes the draft of a thread that the viewer can no longer read. */
export const deleteThreadDraft = (channelId: string): void => void drafts.delete(channelId);
