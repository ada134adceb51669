import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { apiAs, type Requester, type ErrorCode, send } from './client.js';
import { nextNode } from './next-node.js';

export const FILE_FIELDS =
  'id state refusal kind name type bytes width height seconds text isTextByAuthor removed';
export const UPLOAD_QUERY = `query ($id: ID!) { attachment(uploadId: $id) { ${FILE_FIELDS} } }`;
export const POST_FILES = `mutation ($input: PostMessageInput!) {
  postMessage(input: $input) { id seq version body isDeleted attachments { ${FILE_FIELDS} } } }`;
export const READ_MESSAGE_FILES = `query ($id: ID!) { message(id: $id) { id body version isDeleted attachments { ${FILE_FIELDS} } } }`;
export const DESCRIBE_FILE = `mutation ($id: ID!, $text: String!) { describeAttachment(id: $id, text: $text) { ${FILE_FIELDS} } }`;

export interface FileView {
  readonly id: string;
  readonly state: string;
  readonly refusal: string | null;
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
  readonly text: string;
  readonly isTextByAuthor: boolean;
  readonly removed: string[];
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const TUS = { 'tus-resumable': '1.0.0' };

interface UploadHeaders {
  readonly name?: string;
  readonly type?: string;
  /** The thread of a case to which the file will be sent. */
  readonly channelId?: string;
  readonly length?: number | string;
  readonly headers?: Record<string, string>;
}

const metadataOf = ({ name = 'foto.jpg', type = '', channelId }: UploadHeaders): string =>
  Object.entries({ filename: name, filetype: type, ...(channelId && { channel: channelId }) })
    .map(([key, value]) => `${key} ${base64(value)}`)
    .join(',');

/** Creates an upload (tus POST). */
export const createUpload = (
  who: Requester,
  bytes: number,
  said: UploadHeaders = {},
): Promise<Response> =>
  send(who, '/uploads', {
    method: 'POST',
    headers: {
      ...TUS,
      'upload-length': String(said.length ?? bytes),
      'upload-metadata': metadataOf(said),
      ...said.headers,
    },
  });

/** Sends one chunk of an upload (tus PATCH). */
export function sendChunk(
  { app, cookie }: Requester,
  id: string,
  from: number,
  bytes: Buffer,
  headers: Record<string, string> = {},
): Promise<Response> {
  const node = nextNode(app);
  return fetch(`${node.url}/uploads/${id}`, {
    method: 'PATCH',
    headers: {
      ...TUS,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(from),
      origin: node.origin,
      ...(cookie && { cookie }),
      ...headers,
    },
    body: new Uint8Array(bytes),
  });
}

export const uploadProgress = (who: Requester, id: string) =>
  send(who, `/uploads/${id}`, { method: 'HEAD', headers: TUS });

/** Ends an upload, or discards its file if it is complete and was not sent (tus DELETE). */
export const endUpload = (who: Requester, id: string) =>
  send(who, `/uploads/${id}`, { method: 'DELETE' });

/** Returns the upload id from the response that created it. */
export const uploadIdOf = (answer: Response): string =>
  /^\/uploads\/([0-9a-f-]{36})$/.exec(answer.headers.get('location') ?? '')![1]!;

export interface UploadResult {
  readonly status: number;
  readonly code?: ErrorCode;
  readonly reason?: string;
}
export const uploadResult = async (answer: Response): Promise<UploadResult> => {
  const text = await answer.text();
  return { ...(text ? (JSON.parse(text) as object) : {}), status: answer.status };
};

/** Uploads a whole file and returns the result of its cleaning. */
export async function sendFile(
  who: Requester,
  bytes: Buffer,
  about: UploadHeaders = {},
): Promise<FileView> {
  const begun = await createUpload(who, bytes.length, about);
  if (begun.status !== 201)
    throw new Error(`announced: ${JSON.stringify(await uploadResult(begun))}`);
  const id = uploadIdOf(begun);
  const sent = await sendChunk(who, id, 0, bytes);
  if (sent.status !== 204) throw new Error(`sent: ${JSON.stringify(await uploadResult(sent))}`);
  return processedFile(who, id);
}

/** Waits until the server has cleaned or refused an upload, and returns the attachment. */
export async function processedFile(who: Requester, id: string): Promise<FileView> {
  for (;;) {
    const { attachment } = await apiAs(who).ask<{ attachment: FileView }>(UPLOAD_QUERY, { id });
    if (attachment.state === 'ready' || attachment.state === 'refused') return attachment;
    await new Promise((again) => setTimeout(again, 50));
  }
}

export const postFilesInput = (channelId: string, ids: readonly string[], body = '') => ({
  input: { channelId, clientId: randomUUID(), body, attachmentIds: ids },
});

/** Posts the files as one message. */
export const postFiles = async (who: Requester, channelId: string, ids: string[], body = '') =>
  (await apiAs(who).ask(POST_FILES, postFilesInput(channelId, ids, body))).postMessage;

export const downloadFile = (
  who: Requester,
  id: string,
  part = 'original',
  headers: Record<string, string> = {},
) => send(who, `/files/${id}/${part}`, { headers });

/** Reads the whole body so slowly that it takes many seconds. */
export async function readSlowly({ body }: Response): Promise<void> {
  for await (const _bytes of body!) await new Promise((on) => setTimeout(on, 10));
}

/** Starts a chunk whose body is written by `work`. Returns everything that the server answers. */
export async function sendChunkSlowly(
  { app, cookie }: Requester,
  id: string,
  more: readonly string[],
  work: (socket: Socket) => unknown,
): Promise<string> {
  const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
  const answer = new Promise<string>((done) => {
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('error', () => undefined);
    socket.on('close', () => done(text));
  });
  await new Promise((done) => socket.once('connect', done));
  const lines = [
    ...[`PATCH /uploads/${id} HTTP/1.1`, `Host: ${new URL(app.url).host}`, `Origin: ${app.origin}`],
    ...[`Cookie: ${cookie}`, 'Content-Type: application/offset+octet-stream', 'Connection: close'],
    ...['Tus-Resumable: 1.0.0', 'Upload-Offset: 0', ...more],
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  await work(socket);
  return answer;
}
