import { type RefObject, useEffect, useEffectEvent } from 'react';
import { actionOf } from '../../../lib/page/keys';
import { articleId } from './article';
import type { Said } from '../list/channels.graphql';

export interface FeedKeysProps {
  /** The feed. */
  box: RefObject<HTMLElement | null>;
  messages: readonly Said[];
  /** Missing where nothing is unread. */
  onUnread: (() => void) | undefined;
  /** Missing where nobody writes any more. */
  onAnswer: ((message: Said) => void) | undefined;
}

const STEPS: Readonly<Record<string, number>> = { previous: -1, next: 1, PageUp: -1, PageDown: 1 };

/**
 * The keys of a channel: from message to message, to the first unread one, to an answer; inside the feed PageUp and
 * PageDown, too, and Ctrl+End to where one writes, as the pattern of a feed says.
 */
export function FeedKeys({ box, messages, onUnread, onAnswer }: FeedKeysProps): null {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const feed = box.current!;
    const action = actionOf(event);
    if (action === 'nextUnread' && onUnread && !isLineShown(feed)) {
      event.preventDefault(); // else it goes to the next channel
      onUnread();
    }
    if (action === 'answer') {
      event.preventDefault(); // the letter is not written where the answer is
      const at = messages.find(({ id }) => articleId(id) === document.activeElement?.id);
      if (at && !at.isDeleted) onAnswer?.(at);
    }
    const step = STEPS[action ?? (isInFeed(event, feed) ? event.key : '')];
    if (step !== undefined) move(event, feed, step);
    if (event.key === 'End' && event.ctrlKey && isInFeed(event, feed)) {
      event.preventDefault();
      document.querySelector<HTMLElement>('.composer__box')?.focus();
    }
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event);
    // Before the keys of every page.
    addEventListener('keydown', hear, true);
    return () => removeEventListener('keydown', hear, true);
  }, []);
  return null;
}

/** Not in a field or a dialog of it: keys are somebody else's there. */
const isInFeed = ({ target }: KeyboardEvent, feed: HTMLElement): boolean =>
  target instanceof Element && feed.contains(target) && !target.closest('input, textarea, dialog');

/** Whether the line before the first unread message is on the screen. */
function isLineShown(feed: HTMLElement): boolean {
  const top = feed.querySelector<HTMLElement>('.unread')?.offsetTop ?? -1;
  return top >= feed.scrollTop && top < feed.scrollTop + feed.clientHeight;
}

function move(event: KeyboardEvent, feed: HTMLElement, step: number): void {
  event.preventDefault();
  const all = [...feed.querySelectorAll('article')];
  const at = all.findIndex((article) => article.contains(document.activeElement));
  all[at === -1 ? all.length - 1 : at + step]?.focus();
}
