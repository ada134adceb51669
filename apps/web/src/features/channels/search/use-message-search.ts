import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { valueInMemory, holdInMemory } from '../../../lib/device/device-store';

/** Query parameter for the channel to search. */
const CHANNEL = 'in';

export interface MessageAuthor {
  readonly id: string;
  readonly name: string;
}

export interface MessageSearch {
  /** Text, author and period are personal: the browser history stores only a handle for them. */
  readonly text: string;
  readonly author: MessageAuthor | null;
  /** Days in the device's time zone as `2026-11-26`, or empty. */
  readonly from: string;
  readonly until: string;
  readonly channelId: string | null;
}

export const hasQuery = ({ text, author }: MessageSearch): boolean =>
  text !== '' || author !== null;

/** The message search of this page, restored when the viewer navigates back. */
export function useMessageSearch(): [MessageSearch, (search: MessageSearch) => void] {
  const [params] = useSearchParams();
  const { state } = useLocation() as { state: { search?: string } | null };
  const navigate = useNavigate();
  const channelId = params.get(CHANNEL) || null;
  const search = useMemo((): MessageSearch => {
    const {
      text = '',
      author = null,
      from = '',
      until = '',
    } = valueInMemory<Partial<MessageSearch>>(state?.search ?? '') ?? {};
    return { text, author, from, until, channelId };
  }, [state, channelId]);
  const change = useCallback(
    ({ channelId: place, ...kept }: MessageSearch) =>
      void navigate(
        { search: place ? `?${CHANNEL}=${place}` : '' },
        { state: { search: holdInMemory(kept) } },
      ),
    [navigate],
  );
  return [search, change];
}

/** History state for a search of this text in all channels. */
export const searchHistoryState = (text: string) => ({ search: holdInMemory({ text }) });

/** GraphQL variables of a search; days become instants in the device's time zone. */
export const searchVariables = ({ text, author, from, until, channelId }: MessageSearch) => ({
  text,
  channelId,
  authorId: author?.id ?? null,
  from: from ? startOf(from, 0) : null,
  until: until ? startOf(until, 1) : null,
});

function startOf(day: string, later: number): string {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year!, month! - 1, date! + later).toISOString();
}
