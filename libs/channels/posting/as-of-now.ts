import type { ViewerLoader } from '#access/viewer.loader.js';
import { Unauthenticated } from '#kernel/errors.js';
import { Viewer } from '#policy/viewer.js';

/** Each with the rights that its author has by now, each author read once; whose session is over may nothing. */
export async function asOfNow<Said extends { readonly viewer: Viewer }>(
  viewers: ViewerLoader,
  said: readonly Said[],
): Promise<Said[]> {
  const authors = new Map(said.map(({ viewer }) => [viewer.sessionId, viewer]));
  const found = await Promise.all(
    [...authors].map(async ([id, author]) => {
      return [id, await viewers.again(author).catch(nobodyIfGone)] as const;
    }),
  );
  const now = new Map(found);
  return said.map((one) => ({ ...one, viewer: now.get(one.viewer.sessionId)! }));
}

function nobodyIfGone(error: unknown): Viewer {
  if (error instanceof Unauthenticated) return Viewer.nobody();
  throw error;
}
