import { useEffect } from 'react';
import { useMutation } from 'urql';
import { useConnection } from '../../lib/connection';
import { type ChannelShown, MARK_READ } from './channels.graphql';

const SEEN_MS = 1_000;

/** Tells what was read: what stood on a visible screen for a moment, while there is a line. */
export function useMarkRead({ id, readSeq }: ChannelShown, seen: number | undefined): void {
  const [, mark] = useMutation(MARK_READ);
  const connection = useConnection();
  useEffect(() => {
    if (seen === undefined || seen <= readSeq || connection === 'offline') return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      timer = setTimeout(() => void mark({ input: { channelId: id, seq: seen } }), SEEN_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [id, seen, readSeq, connection, mark]);
}
