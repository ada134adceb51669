import { useEffect, useEffectEvent } from 'react';
import { onConnectionChange, connectionState } from './connection';
import { onNews, type SocketNews } from './socket';

/**
 * Calls `refetch` when the server sends a notice about one of `subjects`, and after a reconnect, because notices sent
 * while disconnected are lost. With `ids`, only for notices about these ids.
 */
export function useNews(
  subjects: readonly string[],
  refetch: (news?: SocketNews) => void,
  ids?: readonly string[],
): void {
  const act = useEffectEvent((news: SocketNews) => {
    if (subjects.includes(news.subject) && (!ids || ids.includes(news.id))) refetch(news);
  });
  const again = useEffectEvent(() => refetch());
  useEffect(() => onNews((news) => act(news)), []);
  useEffect(() => {
    let last = connectionState();
    return onConnectionChange(() => {
      const now = connectionState();
      if (now === 'online' && last !== 'online') again();
      last = now;
    });
  }, []);
}
