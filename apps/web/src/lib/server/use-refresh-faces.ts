import { useCallback } from 'react';
import { useClient } from 'urql';
import { faceCache, faceLoader } from './faces';
import { refreshFaces } from './refresh-faces';

/** Gives a function that requests the drawn faces again: one changed, or may not be seen any more. */
export function useRefreshFaces(): (minAge?: number) => void {
  const client = useClient();
  return useCallback(
    (minAge?: number) => refreshFaces(faceCache, faceLoader(client), minAge),
    [client],
  );
}
