import { useState } from 'react';
import type { ChannelData } from '../list/message-history.graphql';

/**
 * The channel from the last successful response, so that a query that fails offline does not remove it from the screen.
 */
export function useLastLoadedChannel(
  id: string,
  loaded: ChannelData | undefined,
): ChannelData | undefined {
  const [last, setLast] = useState(loaded);
  if (loaded && loaded !== last) setLast(loaded);
  const known = loaded ?? last;
  return known?.id === id ? known : undefined;
}
