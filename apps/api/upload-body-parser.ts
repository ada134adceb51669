import type { FastifyInstance } from 'fastify';

const UNSUPPORTED = Object.assign(new Error('unsupported'), { statusCode: 415 });

/** Content types of a whole file and of one part of a resumable upload. */
const BYTES = ['application/octet-stream', 'application/offset+octet-stream'];
const isUpload = (url: string) => /^\/uploads(\/|$)/.test(url);

/** Accepts binary bodies only under `/uploads`, as an unread stream, so that the guard runs before the body is read. */
export function addUploadBodyParser(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(BYTES, (req, payload, done) =>
    isUpload(req.url) ? done(null, payload) : done(UNSUPPORTED),
  );
  // Refuses compressed bodies: Fastify would decompress them and cut them off at its own limit.
  fastify.addHook('preParsing', (req, _reply, payload, done) =>
    isUpload(req.url) && req.headers['content-encoding'] ? done(UNSUPPORTED) : done(null, payload),
  );
  // Closes the connection after a refusal, so that the rest of the body is not read.
  fastify.addHook('onSend', (req, reply, payload, done) => {
    if (isUpload(req.url) && !req.raw.complete) reply.header('connection', 'close');
    done(null, payload);
  });
}
