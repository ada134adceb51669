import { useState } from 'react';
import type { ChannelShown } from '../list/channels.graphql';

/** The channel as it was last loaded: a query that fails offline does not take it off the screen. */
export function useLastLoaded(
  id: string,
  loaded: ChannelShown | undefined,
): ChannelShown | undefined {
  const [last, setLast] = useState(loaded);
  if (loaded && loaded !== last) setLast(loaded);
  const known = loaded ?? last;
  return known?.id === id ? known : undefined;
}
