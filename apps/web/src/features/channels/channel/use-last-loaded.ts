import { useState } from 'react';
import type { ChannelShown } from '../list/channels.graphql';

/**
 * The channel from the last successful response, so that a query that fails offline does not remove it from the screen.
 */
export function useLastLoaded(
  id: string,
  loaded: ChannelShown | undefined,
): ChannelShown | undefined {
  const [last, setLast] = useState(loaded);
  if (loaded && loaded !== last) setLast(loaded);
  const known = loaded ?? last;
  return known?.id === id ? known : undefined;
}
