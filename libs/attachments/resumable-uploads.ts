import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Server, type Upload } from '@tus/server';
import { ViewerLoader } from '#access/viewer.loader.js';
import { MAX_FILE_BYTES } from '#cleaning/cleaned-file.js';
import type { Config } from '#kernel/config.js';
import { Conflict, Invalid, NotFound, Refusal, TooMany } from '#kernel/errors.js';
import { newId } from '#kernel/ids.js';
import { InjectConfig } from '#kernel/kernel.module.js';
import type { Viewer } from '#policy/viewer.js';
import { AttachmentsService, maySend } from './attachments.service.js';
import { UploadSanitiser } from './sanitise-upload.js';
import { UploadStore } from './upload-store.js';
import { LimitedUploadStream } from './limited-upload-stream.js';

/** A request whose body has not been read. */
export interface UploadRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  readonly viewer: Viewer;
  /** The id of an existing upload. */
  readonly id?: string;
}

export interface UploadResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
}

const PATH = '/uploads';
/** Headers of the upload protocol; other headers are not passed on. */
const SAID = [
  ...['content-type', 'content-length', 'tus-resumable', 'upload-length', 'upload-metadata'],
  ...['upload-offset', 'upload-defer-length', 'upload-concat'],
];
const ANSWERED = /^(location|tus-.*|upload-.*)$/;
/** Maximum number of concurrent requests with a body per account. */
const AT_ONCE = 4;

interface Asked {
  readonly viewer: Viewer;
  /** The thread of the file, or null for any other channel; undefined until it is known. */
  channelId?: string | null;
  refusal?: Refusal;
}

/**
 * Handles resumable uploads (tus 1.0.0). The session and the right to send are checked for each request, and repeatedly
 * during a long request. An upload of another account counts as absent.
 */
@Injectable()
export class ResumableUploads {
  private readonly server: Server;
  private readonly asked = new WeakMap<Request, Asked>();
  private readonly sending = new Map<string, number>();

  constructor(
    private readonly attachments: AttachmentsService,
    private readonly viewers: ViewerLoader,
    private readonly makeSafe: UploadSanitiser,
    @InjectConfig() private readonly config: Config,
    store: UploadStore,
  ) {
    this.server = new Server({
      ...{ path: PATH, relativeLocation: true },
      datastore: store,
      ...{ maxSize: MAX_FILE_BYTES.document, namingFunction: newId },
      allowedOrigins: [config.origin],
      onIncomingRequest: (req, id) => this.assertOwn(req as Request, id),
      onUploadCreate: (req, upload) => this.announce(req as Request, upload),
      onUploadFinish: async (_req, { id }) => {
        await this.makeSafe.begin(id);
        return {};
      },
      onResponseError: (req, error) => this.note(req as Request, error),
    });
  }

  /** Returns the answer of the upload protocol, or throws a refusal of the application. */
  async answer(incoming: UploadRequest): Promise<UploadResponse> {
    const { method, viewer, id = '' } = incoming;
    const body = incoming.body instanceof Readable ? incoming.body : undefined;
    const release = body ? this.seat(viewer.accountId) : () => undefined;
    const asked: Asked = { viewer };
    const watched = body && this.watched(body, incoming, asked);
    try {
      const request = new Request(new URL(`${PATH}/${id}`, this.config.origin), {
        ...{ method, headers: headersOf(incoming) },
        ...(watched && { body: Readable.toWeb(watched.bytes) as never, duplex: 'half' }),
      } as RequestInit);
      this.asked.set(request, asked);
      const answer = await this.server.handleWeb(request);
      const refusal = watched?.refusal ?? asked.refusal ?? refusalOf(answer.status);
      if (refusal) throw refusal;
      return { status: answer.status, headers: heardIn(answer.headers) };
    } finally {
      watched?.stop();
      release();
    }
  }

  private seat(accountId: string): () => void {
    const count = this.sending.get(accountId) ?? 0;
    if (count >= AT_ONCE) throw new TooMany('upload.manyAtOnce', 5);
    this.sending.set(accountId, count + 1);
    return () => {
      const left = this.sending.get(accountId)! - 1;
      if (left > 0) this.sending.set(accountId, left);
      else this.sending.delete(accountId);
    };
  }

  private watched(body: Readable, { headers }: UploadRequest, asked: Asked): LimitedUploadStream {
    const cookie = headers['cookie'] as string | undefined;
    return new LimitedUploadStream(body, {
      seconds: this.config.uploadSeconds,
      isAllowed: async () => {
        const now = await this.viewers.fromCookie(cookie, false);
        return (
          now !== undefined && (asked.channelId === undefined || maySend(now, asked.channelId))
        );
      },
    });
  }

  private async assertOwn(req: Request, id: string): Promise<void> {
    if (req.method === 'POST') return;
    const asked = this.asked.get(req)!;
    asked.channelId = await this.attachments.threadOfOwn(asked.viewer, id);
  }

  private async announce(req: Request, { id, size, metadata }: Upload) {
    const said = (key: string) => (Object.hasOwn(metadata ?? {}, key) ? metadata![key] : '') ?? '';
    const asked = this.asked.get(req)!;
    const channelId = said('channel') || null;
    const announced = { id, bytes: size!, name: said('filename'), type: said('filetype') };
    await this.attachments.announce(asked.viewer, { ...announced, channelId });
    asked.channelId = channelId;
    return {};
  }

  /** Remembers a refusal, which `answer` throws instead of the status code of the tus server. */
  private note(req: Request, error: unknown): undefined {
    const asked = this.asked.get(req);
    if (asked && error instanceof Refusal) asked.refusal = error;
  }
}

function headersOf({ headers }: UploadRequest): Headers {
  const said = new Headers();
  for (const name of SAID) {
    const value = headers[name];
    if (typeof value === 'string') said.set(name, value);
  }
  return said;
}

const heardIn = (headers: Headers): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => ANSWERED.test(name)));

function refusalOf(status: number): Refusal | undefined {
  if (status < 400) return undefined;
  if (status === 404 || status === 410) return new NotFound();
  if (status === 409) return new Conflict('upload.offset');
  if (status === 413) return new Invalid('upload.fileTooLarge');
  return new Invalid('upload.protocol');
}
