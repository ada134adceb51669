import type { FastifyInstance } from 'fastify';

const UNSUPPORTED = Object.assign(new Error('unsupported'), { statusCode: 415 });

/** Files come in as bytes that nobody has read yet, so that the guard stands before them; everywhere else they are refused. */
export function takeUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/octet-stream', (req, payload, done) =>
    req.url.startsWith('/uploads/') ? done(null, payload) : done(UNSUPPORTED),
  );
  // A refusal does not wait for the rest of what it refuses.
  fastify.addHook('onSend', (req, reply, payload, done) => {
    if (req.url.startsWith('/uploads/') && !req.raw.complete) reply.header('connection', 'close');
    done(null, payload);
  });
}
