import { useEffect, useEffectEvent } from 'react';
import { onConnection, connection } from './connection';
import { onNews, type News } from './socket';

/**
 * Turns news into a refetch: `refetch` runs when one of `subjects` changed, and after the line came back
 * (news that fell while it was down are gone). Pass `ids` to listen to single things only.
 */
export function useNews(
  subjects: readonly string[],
  refetch: (news?: News) => void,
  ids?: readonly string[],
): void {
  const act = useEffectEvent((news: News) => {
    if (subjects.includes(news.subject) && (!ids || ids.includes(news.id))) refetch(news);
  });
  const again = useEffectEvent(() => refetch());
  useEffect(() => onNews((news) => act(news)), []);
  useEffect(() => {
    let last = connection();
    return onConnection(() => {
      const now = connection();
      if (now === 'online' && last !== 'online') again();
      last = now;
    });
  }, []);
}
