import type { ViewerLoader } from '#access/viewer.loader.js';
import { Unauthenticated } from '#kernel/errors.js';
import { Viewer } from '#policy/viewer.js';

/**
 * Replaces each author by a viewer with their current rights, read once per session. A viewer whose session has ended
 * has no rights.
 */
export async function refreshViewers<Said extends { readonly viewer: Viewer }>(
  viewers: ViewerLoader,
  said: readonly Said[],
): Promise<Said[]> {
  const authors = new Map(said.map(({ viewer }) => [viewer.sessionId, viewer]));
  const found = await Promise.all(
    [...authors].map(async ([id, author]) => {
      return [id, await viewers.reload(author).catch(nobodyIfGone)] as const;
    }),
  );
  const now = new Map(found);
  return said.map((one) => ({ ...one, viewer: now.get(one.viewer.sessionId)! }));
}

function nobodyIfGone(error: unknown): Viewer {
  if (error instanceof Unauthenticated) return Viewer.nobody();
  throw error;
}
