import type { Client } from 'urql';
import { getAllStored } from '../../../lib/device/device-store';
import { isTemporary, type RequestProblem, requestProblemOf } from '../../../lib/server/errors';
import {
  isInOutbox,
  storeUploadProgress,
  type SendOutcome,
  type QueuedMessage,
} from '../../../lib/device/outbox';
import { onNews } from '../../../lib/server/socket';
import { readFileBytes, uploadIdFrom, type QueuedFile } from '../../../lib/device/queued-files';
import { ATTACHMENT_STATE_QUERY } from './attachments.graphql';
import { setUploadProgress } from './upload-progress';
import { uploadFile } from './upload-file';

/**
 * Error codes after which the message stays queued: the upload no longer exists, or its offset differs from the
 * expected offset.
 */
const ANEW: ReadonlySet<string> = new Set(['NOT_FOUND', 'CONFLICT']);
const LOST: RequestProblem = { code: 'INVALID', reason: 'upload.lost', fields: {} };

const running = new Map<string, AbortController>();

/**
 * Uploads the files of a message one after the other, each from the server's offset. Returns the files, or the outcome
 * of the message if it cannot be sent now. A lock makes sure that only one tab uploads them.
 */
export function sendFiles(
  client: Client,
  queued: QueuedMessage,
): Promise<readonly QueuedFile[] | SendOutcome> {
  const work = () => send(client, queued);
  return navigator.locks?.request(`trama.files.${queued.clientId}`, work) ?? work();
}

/** Aborts the uploads of a message that its author cancelled. */
export function stopSending({ clientId, files = [] }: QueuedMessage): void {
  running.get(clientId)?.abort();
  for (const { id } of files) setUploadProgress(id, undefined);
}

async function send(
  client: Client,
  queued: QueuedMessage,
): Promise<readonly QueuedFile[] | SendOutcome> {
  const stop = new AbortController();
  running.set(queued.clientId, stop);
  try {
    let files = await known(queued);
    if (!files) return 'sent';
    for (const [at, file] of files.entries()) {
      if (file.attachmentId) continue;
      const note = async (next: QueuedFile) => {
        files = files!.with(at, next);
        await storeUploadProgress(queued, files);
      };
      const refused = await sendOne(client, file, note, stop.signal);
      setUploadProgress(file.id, undefined);
      if (!isInOutbox(queued)) return 'sent'; // the author cancelled the message
      if (refused) return isTemporary(refused) || ANEW.has(refused.code) ? 'waits' : { refused };
    }
    return files;
  } finally {
    running.delete(queued.clientId);
  }
}

/**
 * The current files of the message: another tab may have uploaded some or all. Undefined if the message has left the
 * outbox. A message that the device could not store is known to this tab only.
 */
async function known(queued: QueuedMessage): Promise<readonly QueuedFile[] | undefined> {
  if (queued.isFragile) return queued.files;
  const kept = await getAllStored<QueuedMessage>('outbox').catch(() => undefined);
  if (!kept) return queued.files;
  return kept.find(({ clientId }) => clientId === queued.clientId)?.files;
}

async function sendOne(
  client: Client,
  file: QueuedFile,
  note: (next: QueuedFile) => Promise<void>,
  signal: AbortSignal,
): Promise<RequestProblem | undefined> {
  const bytes = await readFileBytes(file.id);
  if (!bytes) return LOST;
  const whole = await uploadFile(file, bytes, {
    signal,
    onPlace: (url) => void note({ ...file, url }),
  });
  if (typeof whole !== 'string') {
    if (!isTemporary(whole) && whole.code !== 'CONFLICT') await note({ ...file, url: undefined });
    return whole;
  }
  setUploadProgress(file.id, { phase: 'checking', sent: file.bytes, total: file.bytes });
  const id = uploadIdFrom(whole);
  const refused = await whenChecked(client, id);
  if (refused) {
    const isOver = !isTemporary(refused);
    await note({ ...file, url: isOver ? undefined : whole });
    return refused;
  }
  await note({ ...file, url: whole, attachmentId: id });
  return undefined;
}

const TICK_MS = 1_500;
const PATIENCE_MS = 60_000;

/** Waits until the server has sanitised the file. Returns undefined on success. */
async function whenChecked(client: Client, id: string): Promise<RequestProblem | undefined> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const { data, error } = await client.query(
      ATTACHMENT_STATE_QUERY,
      { id },
      { requestPolicy: 'network-only' },
    );
    const problem = requestProblemOf(error);
    if (problem) return problem;
    const { state, refusal } = data!.attachment;
    if (state === 'ready') return undefined;
    if (state === 'refused') {
      return { code: 'INVALID', reason: refusal ?? undefined, fields: {} };
    }
    await newsOf(id);
  }
  return { code: 'OFFLINE', fields: {} };
}

/** Waits for a notice about the attachment, or for one polling interval, since notices may be lost. */
function newsOf(id: string): Promise<void> {
  return new Promise((done) => {
    const stop = onNews((news) => news.subject === 'attachment' && news.id === id && end());
    const timer = setTimeout(() => end(), TICK_MS);
    const end = () => {
      stop();
      clearTimeout(timer);
      done();
    };
  });
}
