import { Client, cacheExchange, fetchExchange, mapExchange } from 'urql';
import { BACKGROUND_HEADER, watchUserActivity } from './user-activity';
import { isOtherAccount, requestProblemOf } from './errors';
import { accountHeader, restartPage } from '../device/page-account';
import { storedResultsExchange } from '../device/stored-results';
import { uploadedByteCount } from './uploaded-bytes';
import { updateServerTime } from './server-time';

let onSignedOut: () => Promise<void> = async () => undefined;

/** Sets the function to call when the server rejects the session. */
export function setSignedOutHandler(act: () => Promise<void>): void {
  onSignedOut = act;
}

/** Request timeout. Without it, a request on a dead connection would wait for a quarter of an hour. */
const MOST_MS = 60_000;

/** Sends a request; fails if no response arrives within a minute, so that the caller can retry. */
async function answered(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new TypeError('late')), MOST_MS);
  init.signal?.addEventListener('abort', () => late.abort());
  return fetch(input, { ...init, signal: late.signal }).finally(() => clearTimeout(timer));
}

/** Creates the urql client of the page. Its document cache is the only in-memory store of query results. */
export function createGraphqlClient(): Client {
  const isBackground = watchUserActivity(window);
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: () => ({ credentials: 'same-origin', headers: accountHeader() }),
    fetch: async (input, init) => {
      if (typeof init?.body === 'string') uploadedByteCount.bytes += init.body.length;
      const marked = {
        ...init,
        headers: { ...init?.headers, ...(isBackground() && BACKGROUND_HEADER) },
      };
      const response = await answered(input, marked);
      updateServerTime(response);
      return response;
    },
    exchanges: [
      storedResultsExchange,
      cacheExchange,
      mapExchange({
        onError(error) {
          const problem = requestProblemOf(error);
          if (problem?.code === 'UNAUTHENTICATED') void onSignedOut();
          else if (problem && isOtherAccount(problem)) restartPage();
        },
      }),
      fetchExchange,
    ],
  });
}
