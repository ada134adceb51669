import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookieName, sessionTokenIn } from '#access/session-cookie.js';
import type { Config } from '#kernel/config.js';
import { TooMany } from '#kernel/errors.js';
import { KeyedConcurrencyLimiter } from '#kernel/concurrency-limiter.js';

/** Maximum number of a session's documents that run at once, and maximum number that wait. The web app sends fewer. */
const AT_ONCE = 8;
const WAITING = 100;

interface Exchange extends BaseContext {
  readonly req: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Limits concurrent GraphQL documents per session, so that one session cannot delay the others. */
export function perSessionConcurrency(
  config: Pick<Config, 'isSecure'>,
): ApolloServerPlugin<Exchange> {
  const sessions = new KeyedConcurrencyLimiter(AT_ONCE, WAITING);
  const cookie = sessionCookieName(config);
  /** Waits for a free slot and returns the function that releases it. */
  const turnOf = (key: string): Promise<() => void> =>
    new Promise((begin, refuse) => {
      const answered = () => new Promise<void>((end) => begin(end));
      const full = () => new TooMany('document.again', 2);
      sessions.take(key, answered, full).catch(refuse);
    });
  return {
    requestDidStart: async (): Promise<GraphQLRequestListener<Exchange>> => ({
      async didResolveOperation({ contextValue: { req, reply } }) {
        const key = sessionTokenIn(req.headers.cookie, cookie);
        if (!key) return;
        const end = await turnOf(key);
        // `close` also fires when the request failed or the client disconnected.
        if (reply.raw.closed) end();
        else reply.raw.once('close', end);
      },
    }),
  };
}
