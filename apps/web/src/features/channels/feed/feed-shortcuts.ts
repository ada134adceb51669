import { type RefObject, useEffect, useEffectEvent } from 'react';
import { actionForKey } from '../../../lib/page/keyboard-shortcuts';
import { messageElementId } from './message-element';
import type { ChannelMessage } from '../list/message-history.graphql';

export interface FeedShortcutsProps {
  /** The feed's scroll container. */
  box: RefObject<HTMLElement | null>;
  messages: readonly ChannelMessage[];
  /** Undefined if nothing is unread. */
  onUnread: (() => void) | undefined;
  /** Undefined where the viewer cannot post. */
  onAnswer: ((message: ChannelMessage) => void) | undefined;
}

const STEPS: Readonly<Record<string, number>> = { previous: -1, next: 1, PageUp: -1, PageDown: 1 };

/**
 * Keyboard shortcuts of a channel: previous and next message, first unread message, reply. While the feed has focus,
 * also PageUp, PageDown and Ctrl+End (to the composer), as the WAI-ARIA feed pattern requires.
 */
export function FeedShortcuts({ box, messages, onUnread, onAnswer }: FeedShortcutsProps): null {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const feed = box.current!;
    const action = actionForKey(event);
    if (action === 'nextUnread' && onUnread && !isLineShown(feed)) {
      event.preventDefault(); // otherwise the shortcut of the app would open the next channel
      onUnread();
    }
    if (action === 'answer') {
      event.preventDefault(); // otherwise the letter would be typed into the composer
      const at = messages.find(({ id }) => messageElementId(id) === document.activeElement?.id);
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
    // Listens in the capture phase, before the shortcuts of the whole app.
    addEventListener('keydown', hear, true);
    return () => removeEventListener('keydown', hear, true);
  }, []);
  return null;
}

/** Whether the event comes from the feed. Excludes inputs and dialogs inside the feed, which handle keys themselves. */
const isInFeed = ({ target }: KeyboardEvent, feed: HTMLElement): boolean =>
  target instanceof Element && feed.contains(target) && !target.closest('input, textarea, dialog');

/** Whether the unread divider is visible. */
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
