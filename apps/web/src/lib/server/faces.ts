import { useEffect, useSyncExternalStore } from 'react';
import { type Client, gql, useClient } from 'urql';
import type { FacesQuery, FacesQueryVariables } from '../../gql/types';
import { useNews } from './use-news';

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

/** What is drawn in one moment is asked for together. */
const GATHER_MS = 20;
/** As many as the server answers at once. */
const MOST = 100;

let faces: ReadonlyMap<string, Face> = new Map();
const asked = new Set<string>();
let wanted: string[] = [];
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

async function ask(client: Client): Promise<void> {
  const ids = wanted.splice(0, MOST);
  if (wanted.length > 0) void ask(client);
  const { data } = await client
    .query(FACES, { ids }, { requestPolicy: 'network-only' })
    .toPromise();
  // Without a line nothing is known: it is asked for when it is drawn again.
  if (!data) return ids.forEach((id) => asked.delete(id));
  const next = new Map(faces);
  ids.forEach((id) => next.delete(id));
  data.faces.forEach((face) => next.set(face.id, face));
  faces = next;
  listeners.forEach((listener) => listener());
}

function want(client: Client, id: string): void {
  if (id === '' || asked.has(id)) return;
  asked.add(id);
  wanted.push(id);
  if (wanted.length === 1) setTimeout(() => void ask(client), GATHER_MS);
}

/** How somebody looks, by the id of a profile or a membership; undefined until it is known, and of whom the viewer may not see. */
export function useFace(id: string): Face | undefined {
  const client = useClient();
  useEffect(() => want(client, id), [client, id]);
  return useSyncExternalStore(subscribe, () => faces.get(id));
}

/** Gives a function that asks again for every face of this page: one changed, or may not be seen any more. */
export function useRefreshFaces(): () => void {
  const client = useClient();
  return () => {
    const ids = [...asked];
    asked.clear();
    ids.forEach((id) => want(client, id));
  };
}

/** For as long as the shell stands: who blocks or is blocked is not seen any more. */
export const useFreshFaces = (): void => useNews(['blocks'], useRefreshFaces());
