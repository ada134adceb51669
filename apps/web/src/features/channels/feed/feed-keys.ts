import { type RefObject, useEffect, useEffectEvent } from 'react';
import { articleId } from './article';
import type { Said } from '../list/channels.graphql';

export interface FeedKeysProps {
  /** The feed. */
  box: RefObject<HTMLElement | null>;
  messages: readonly Said[];
  onUnread: () => void;
  /** Missing where nobody writes any more. */
  onAnswer: ((message: Said) => void) | undefined;
}

const STEPS: Readonly<Record<string, number>> = { PageUp: -1, PageDown: 1, k: -1, j: 1 };
/** Where letters are letters, and keys somebody else's. */
const ELSEWHERE = 'input, textarea, dialog';

/** PageUp and PageDown, K and J move from message to message, Ctrl+End to where one writes, as the pattern of a feed says; N goes to what is unread, R answers. */
export function FeedKeys({ box, messages, onUnread, onAnswer }: FeedKeysProps): null {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.closest(ELSEWHERE)) return;
    if (event.ctrlKey && event.key === 'End') {
      event.preventDefault();
      document.querySelector<HTMLElement>('.composer__box')?.focus();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'n') return onUnread();
    if (event.key === 'r') {
      event.preventDefault(); // the letter is not written where the answer is
      const at = messages.find(({ id }) => articleId(id) === document.activeElement?.id);
      if (at && !at.isDeleted) onAnswer?.(at);
    }
    const step = STEPS[event.key];
    if (step !== undefined) move(event, step);
  });
  useEffect(() => {
    const feed = box.current;
    const hear = (event: KeyboardEvent) => press(event);
    feed?.addEventListener('keydown', hear);
    return () => feed?.removeEventListener('keydown', hear);
  }, [box]);
  return null;
}

function move(event: KeyboardEvent, step: number): void {
  event.preventDefault();
  const all = [...(event.currentTarget as Element).querySelectorAll('article')];
  const at = all.findIndex((article) => article.contains(document.activeElement));
  all[at === -1 ? all.length - 1 : at + step]?.focus();
}
