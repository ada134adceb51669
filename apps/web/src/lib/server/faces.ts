import { createContext, use, useEffect, useSyncExternalStore } from 'react';
import { type Client, gql, useClient } from 'urql';
import type { FacesQuery, FacesQueryVariables } from '../../gql/types';
import { createFaceCache } from './face-cache';

const FACES = gql<FacesQuery, FacesQueryVariables>`
  query Faces($ids: [ID!]!) {
    faces(ids: $ids) {
      id
      personId
      avatar
      personaPicture
      colour
    }
  }
`;

export type Face = FacesQuery['faces'][number];

export const faceCache = createFaceCache<Face>();

export const faceLoader = (client: Client) => async (ids: readonly string[]) => {
  const variables = { ids: [...ids] };
  const asked = client.query(FACES, variables, { requestPolicy: 'network-only' });
  return (await asked.toPromise()).data?.faces;
};

/** False around people without a picture, such as those in a case: their ids are not asked for. */
export const HasFaces = createContext(true);

/** Face of a profile or membership by its id; undefined while loading, and if the viewer may not see it. */
export function useFace(id: string): Face | undefined {
  const client = useClient();
  const hasFaces = use(HasFaces);
  useEffect(
    () => (hasFaces ? faceCache.draw(id, faceLoader(client)) : undefined),
    [client, id, hasFaces],
  );
  return useSyncExternalStore(faceCache.subscribe, () => faceCache.rows.get(id));
}
