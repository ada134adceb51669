import { Plural, Trans } from '@lingui/react/macro';
import { type RefObject, useEffect, useState } from 'react';
import { Icon } from '../../../ui/display/icon';
import type { ChannelMessage } from '../list/message-history.graphql';

interface NewMessagesPillProps {
  box: RefObject<HTMLDivElement | null>;
  messages: readonly ChannelMessage[];
  /** Number of messages that arrived while the viewer was scrolled up. */
  count: number;
  onJump: () => void;
}

export function JumpToUnread({ onJump }: { onJump: () => void }) {
  return (
    <button type="button" className="pill pill--top" onClick={onJump}>
      <Icon name="up" size="xs" />
      <Trans>Ir al primero sin leer</Trans>
    </button>
  );
}

/** Button that scrolls to the newest message; shows how many messages are below the viewport or have just arrived. */
export function NewMessagesPill({ box, messages, count, onJump }: NewMessagesPillProps) {
  const below = useBelow(box, messages);
  return (
    <>
      {count === 0 && below > 0 && (
        <button type="button" className="pill pill--end" onClick={onJump}>
          <Icon name="down" size="xs" />
          <Plural value={below} one="# mensaje más abajo" other="# mensajes más abajo" />
        </button>
      )}
      <div role="status">
        {count > 0 && (
          <button type="button" className="pill pill--end" onClick={onJump}>
            <Icon name="down" size="xs" />
            <Plural value={count} one="# mensaje nuevo" other="# mensajes nuevos" />
          </button>
        )}
      </div>
    </>
  );
}

/** Number of messages entirely below the viewport. */
function useBelow(
  box: NewMessagesPillProps['box'],
  messages: NewMessagesPillProps['messages'],
): number {
  const [below, setBelow] = useState(0);
  useEffect(() => {
    const feed = box.current;
    if (!feed) return undefined;
    const look = () => setBelow(countBelow(feed));
    const watcher = new ResizeObserver(look);
    for (const one of [feed, feed.lastElementChild!]) watcher.observe(one);
    feed.addEventListener('scroll', look, { passive: true });
    return () => {
      watcher.disconnect();
      feed.removeEventListener('scroll', look);
    };
  }, [box, messages]);
  return below;
}

function countBelow(feed: HTMLElement): number {
  const articles = feed.getElementsByTagName('article');
  const end = feed.scrollTop + feed.clientHeight;
  let count = 0;
  while (count < articles.length && articles[articles.length - 1 - count]!.offsetTop >= end)
    count += 1;
  return count;
}
