import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { heldAt, hold } from '../../../lib/device/device-store';

/** Where the search is: a channel stands in the address, as it does when it is open. */
const CHANNEL = 'in';

export interface Author {
  readonly id: string;
  readonly name: string;
}

export interface MessageSearch {
  /** What was typed, whom it is by and when it was: the page's history has a name for it, and no word. */
  readonly text: string;
  readonly author: Author | null;
  /** Days in the reader's zone, `2026-11-26`, or blank. */
  readonly from: string;
  readonly until: string;
  readonly channelId: string | null;
}

export const isAsked = ({ text, author }: MessageSearch): boolean => text !== '' || author !== null;

/** The search of messages, kept where going back finds it again. */
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
    } = heldAt<Partial<MessageSearch>>(state?.search ?? '') ?? {};
    return { text, author, from, until, channelId };
  }, [state, channelId]);
  const change = useCallback(
    ({ channelId: place, ...kept }: MessageSearch) =>
      void navigate(
        { search: place ? `?${CHANNEL}=${place}` : '' },
        { state: { search: hold(kept) } },
      ),
    [navigate],
  );
  return [search, change];
}

/** The state of the page's history that searches all channels for this text. */
export const stateOfSearch = (text: string) => ({ search: hold({ text }) });

/** The moments at which days of the reader's zone begin and end. */
export const variablesOf = ({ text, author, from, until, channelId }: MessageSearch) => ({
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
