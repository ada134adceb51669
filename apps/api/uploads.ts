import type { FastifyInstance } from 'fastify';

const UNSUPPORTED = Object.assign(new Error('unsupported'), { statusCode: 415 });

/** A whole file, and a piece of one that may come in pieces. */
const BYTES = ['application/octet-stream', 'application/offset+octet-stream'];
const isUpload = (url: string) => /^\/uploads(\/|$)/.test(url);

/** Files come in as bytes that nobody has read yet, so that the guard stands before them; everywhere else they are refused. */
export function takeUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(BYTES, (req, payload, done) =>
    isUpload(req.url) ? done(null, payload) : done(UNSUPPORTED),
  );
  // Its bytes are taken as they are: a body that another layer unpacks breaks off where that layer gives up.
  fastify.addHook('preParsing', (req, _reply, payload, done) =>
    isUpload(req.url) && req.headers['content-encoding'] ? done(UNSUPPORTED) : done(null, payload),
  );
  // A refusal does not wait for the rest of what it refuses.
  fastify.addHook('onSend', (req, reply, payload, done) => {
    if (isUpload(req.url) && !req.raw.complete) reply.header('connection', 'close');
    done(null, payload);
  });
}
