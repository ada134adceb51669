import type { FastifyInstance } from 'fastify';
import type { Config } from '#kernel/config.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes from other origins. Browsers send the header `Origin` with a write. For our own forms its value is
 * `null`, because of our referrer policy; then `Sec-Fetch-Site` decides.
 */
export function refuseForeignWrites(fastify: FastifyInstance, config: Config): void {
  fastify.addHook('onRequest', (req, reply, done) => {
    if (READS.has(req.method)) return done();
    const from = req.headers.origin;
    const site = req.headers['sec-fetch-site'];
    const isOurs = from === undefined || from === config.origin;
    const isOurForm = from === 'null' && site === 'same-origin';
    if (site === 'cross-site' || !(isOurs || isOurForm)) {
      return void reply.code(403).send({ code: 'FORBIDDEN' });
    }
    done();
  });
}

/** Names under which a person reaches an instance on their own machine. */
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Redirects a page opened under another name of this machine (`localhost` for `127.0.0.1`) to the configured origin. At
 * the other name every write, and so every sign-in, would be refused.
 */
export function redirectLoopbackNames(fastify: FastifyInstance, config: Config): void {
  fastify.addHook('onRequest', (req, reply, done) => {
    const { hostname, port } = new URL(config.origin);
    const others = LOOPBACK_NAMES.filter((name) => name !== hostname);
    const isOtherName =
      others.length < LOOPBACK_NAMES.length &&
      others.some((name) => req.headers.host === (port ? `${name}:${port}` : name));
    if (!isOtherName || req.headers['sec-fetch-mode'] !== 'navigate') return done();
    void reply.redirect(`${config.origin}${req.url}`, 307);
  });
}
