import { useState } from 'react';

/** Unsent answers by question. They are kept in memory until the page closes; nothing is stored on the device. */
const drafts = new Map<string, string>();

export const deleteQuestionDraft = (id: string): void => void drafts.delete(id);

/** The draft of the answer to a question, and a function that changes it. */
export function useQuestionDraft(id: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => drafts.get(id) ?? '');
  const write = (next: string) => {
    drafts.set(id, next);
    setText(next);
  };
  return [text, write];
}
