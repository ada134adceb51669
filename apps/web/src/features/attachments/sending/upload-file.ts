import { type DetailedError, Upload } from 'tus-js-client';
import { accountHeader, restartPage } from '../../../lib/device/page-account';
import { isOtherAccount, type RequestProblem, problemFromBody } from '../../../lib/server/errors';
import { uploadedByteCount as metered } from '../../../lib/server/uploaded-bytes';
import type { QueuedFile } from '../../../lib/device/queued-files';
import { setUploadProgress } from './upload-progress';

/** Chunk size: a slow connection sends it in a few seconds. Acknowledged chunks are never sent again. */
const PIECE_BYTES = 256 * 1_024;
const OFFLINE: RequestProblem = { code: 'OFFLINE', fields: {} };

interface Uploading {
  /** Called with the upload's address once the server has created it. */
  readonly onPlace: (url: string) => void;
  readonly signal: AbortSignal;
}

/** Uploads the bytes from the server's offset. Returns the address of the completed upload, or the problem. */
export function uploadFile(
  file: QueuedFile,
  bytes: Blob,
  { onPlace, signal }: Uploading,
): Promise<string | RequestProblem> {
  return new Promise((done) => {
    const upload: Upload = new Upload(bytes, {
      endpoint: '/uploads',
      uploadUrl: file.url ?? null,
      chunkSize: PIECE_BYTES,
      headers: accountHeader(),
      // Sends the name of a document only: names of pictures and recordings would reveal the device.
      metadata: {
        filename: file.kind === 'document' ? file.name : '',
        filetype: file.type,
        // The server seals files of a thread with the key of its case.
        ...(file.threadId && { channel: file.threadId }),
      },
      // The outbox stores the upload's URL and retries. Entries that tus stores would survive "lock now".
      storeFingerprintForResuming: false,
      retryDelays: null,
      onUploadUrlAvailable: () => upload.url && onPlace(upload.url),
      onProgress: (sent, total) => setUploadProgress(file.id, { phase: 'sending', sent, total }),
      onChunkComplete: (size) => void (metered.bytes += size),
      onSuccess: () => done(upload.url ?? OFFLINE),
      onError: (error) => done(problemOf(error)),
    });
    signal.addEventListener('abort', () => {
      void upload.abort().catch(() => undefined);
      done(OFFLINE);
    });
    upload.start();
  });
}

function problemOf(error: Error | DetailedError): RequestProblem {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  if (!answer || answer.getStatus() === 0) return OFFLINE;
  try {
    const refused = problemFromBody(JSON.parse(answer.getBody()) as Partial<RequestProblem>);
    if (isOtherAccount(refused)) restartPage();
    return refused;
  } catch {
    return problemFromBody({});
  }
}
