import { useCallback } from 'react';
import { useClient } from 'urql';
import { faceCache, faceLoader } from './faces';
import { refreshFaces } from './refresh-faces';

/** Returns a function that reloads the rendered faces, after one changed or became hidden. */
export function useRefreshFaces(): (minAge?: number) => void {
  const client = useClient();
  return useCallback(
    (minAge?: number) => refreshFaces(faceCache, faceLoader(client), minAge),
    [client],
  );
}
