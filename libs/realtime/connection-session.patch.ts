import type { IncomingMessage } from 'node:http';
import type { Server } from 'socket.io';

/** Engine.IO's code for an unknown connection. */
const UNKNOWN_SID = 1;

interface Engine {
  verify(
    request: Request,
    isUpgrade: boolean,
    done: (code?: number, context?: object) => void,
  ): void;
  readonly clients: Readonly<Record<string, { readonly request: IncomingMessage }>>;
}
type Request = IncomingMessage & { readonly _query: Readonly<Record<string, string>> };

/**
 * Requires the same session for each polling, sending and upgrade request of a connection. Engine.IO authenticates a
 * connection only once, and later requests need only the `sid` from the URL. A request with any other session gets the
 * error for an unknown connection.
 */
export function bindConnectionsToSession(
  io: Server,
  sessionOf: (request: IncomingMessage) => string | undefined,
): void {
  const engine = io.engine as unknown as Engine;
  const verify = engine.verify.bind(engine);
  engine.verify = (request, isUpgrade, done) => {
    const { sid } = request._query;
    const opened = sid && Object.hasOwn(engine.clients, sid) && engine.clients[sid]!.request;
    if (opened && sessionOf(opened) !== sessionOf(request)) return done(UNKNOWN_SID, { sid });
    return verify(request, isUpgrade, done);
  };
}
