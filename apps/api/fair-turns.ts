import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionCookieName, tokenIn } from '#access/session-cookie.js';
import type { Config } from '#kernel/config.js';
import { TooMany } from '#kernel/errors.js';
import { TurnsOfEach } from '#kernel/turns.js';

/** Documents of one session that are answered at once, and that may wait; a page of ours asks for fewer. */
const AT_ONCE = 8;
const WAITING = 100;

interface Exchange extends BaseContext {
  readonly req: FastifyRequest;
  readonly reply: FastifyReply;
}

/** One session asks in turn, so that nobody else waits behind all that it asks for at once. */
export function fairTurns(config: Pick<Config, 'isSecure'>): ApolloServerPlugin<Exchange> {
  const sessions = new TurnsOfEach(AT_ONCE, WAITING);
  const cookie = sessionCookieName(config);
  /** Resolves when its turn has come, with the function that ends it. */
  const turnOf = (key: string): Promise<() => void> =>
    new Promise((begin, refuse) => {
      const answered = () => new Promise<void>((end) => begin(end));
      const full = () => new TooMany('document.again', 2);
      sessions.take(key, answered, full).catch(refuse);
    });
  return {
    requestDidStart: async (): Promise<GraphQLRequestListener<Exchange>> => ({
      async didResolveOperation({ contextValue: { req, reply } }) {
        const key = tokenIn(req.headers.cookie, cookie);
        if (!key) return;
        const end = await turnOf(key);
        // Whether it was answered, broke, or nobody waits for it any more.
        if (reply.raw.closed) end();
        else reply.raw.once('close', end);
      },
    }),
  };
}
