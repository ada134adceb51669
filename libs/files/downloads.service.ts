import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TooMany } from '#kernel/errors.js';
import { ConcurrencyLimiter } from '#kernel/concurrency-limiter.js';
import type { OpenFile } from './file-storage.js';
import { inertFileHeaders, parseRange } from './inert-file-headers.js';

/** An open file with its media type and file name. */
export interface DownloadedFile {
  readonly opened: OpenFile;
  readonly type: string;
  readonly name: string;
}

/** Maximum number of concurrent, and of waiting, downloads per account; the web app uses fewer. */
const AT_ONCE = 4;
const WAITING = 60;
const ASK_EVERY_MS = 800;

/** Limits concurrent downloads, and checks the reader's permission during each download. */
@Injectable()
export class DownloadsService {
  private readonly accounts = new Map<string, ConcurrencyLimiter>();

  /**
   * Waits for a download slot of the account, which is released when the response ends. Returns false if the client has
   * disconnected.
   */
  async begin(accountId: string, answer: ServerResponse): Promise<boolean> {
    const end = await this.turnOf(accountId);
    if (!answer.closed) answer.once('close', end);
    else end();
    return !answer.closed;
  }

  /** Sends a file, or the range that the request asks for, as long as `mayRead` allows it. */
  async send(
    { headers, method }: Pick<FastifyRequest, 'headers' | 'method'>,
    reply: FastifyReply,
    { opened, type, name }: DownloadedFile,
    mayRead: () => Promise<boolean>,
  ): Promise<FastifyReply> {
    const answer = parseRange(opened.size, headers.range);
    const length = answer.to - answer.from + 1;
    const said = { ...inertFileHeaders(name), ...answer.headers, 'content-length': length };
    reply.code(answer.status).headers(said).type(type);
    if (method === 'HEAD' || length === 0) {
      await opened.close();
      return reply.send(Readable.from([]));
    }
    return reply.send(this.watched(opened.bytes(answer.from, answer.to), mayRead));
  }

  /** Responds to a HEAD request without the size of the file, which is not opened. */
  sendHead(reply: FastifyReply, { type, name }: Pick<DownloadedFile, 'type' | 'name'>) {
    return reply.headers(inertFileHeaders(name)).type(type).send(Readable.from([]));
  }

  /** Aborts the stream when the reader loses the permission. */
  private watched(bytes: Readable, mayRead: () => Promise<boolean>): Readable {
    const asking = setInterval(() => {
      mayRead().then(
        (may) =>
          may || bytes.destroy(new Error('download aborted: the reader lost the permission')),
        ignore,
      );
    }, ASK_EVERY_MS);
    return bytes.once('close', () => clearInterval(asking));
  }

  private turnOf(accountId: string): Promise<() => void> {
    const turns = this.accounts.get(accountId) ?? new ConcurrencyLimiter(AT_ONCE, WAITING);
    this.accounts.set(accountId, turns);
    return new Promise((begin, refuse) => {
      const answered = () => new Promise<void>((end) => begin(end));
      const full = () => new TooMany('document.again', 2);
      turns
        .take(answered, full)
        .then(() => turns.isIdle && this.accounts.delete(accountId), refuse);
    });
  }
}

const ignore = () => undefined;
