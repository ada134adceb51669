import type { FaceCache, LoadByIds } from './face-cache';

/** Reloads rendered rows that were requested at least `minAge` milliseconds ago, and drops other rows of that age. */
export function refreshFaces<T extends { readonly id: string }>(
  { rows, requestedAt, drawn, request }: FaceCache<T>,
  load: LoadByIds<T>,
  minAge = 0,
): void {
  const latest = performance.now() - minAge;
  for (const [id, count] of drawn) {
    if ((requestedAt.get(id) ?? -Infinity) > latest) continue;
    if (count > 0 && id !== '') request(id, load);
    else for (const map of [rows, requestedAt, drawn]) map.delete(id);
  }
}
