import { type DetailedError, Upload } from 'tus-js-client';
import { accountHeader, startAgain } from '../../../lib/device/account';
import { isOtherAccount, type Problem, refusalIn } from '../../../lib/server/errors';
import { sent as metered } from '../../../lib/server/sent';
import type { WaitingFile } from '../../../lib/device/waiting-files';
import { tellProgress } from './progress';

/** What a slow line carries in a few seconds: each piece that arrived is there to stay. */
const PIECE_BYTES = 256 * 1_024;
const OFFLINE: Problem = { code: 'OFFLINE', fields: {} };

interface Uploading {
  /** Where it is, as soon as the server has a place for it. */
  readonly onPlace: (url: string) => void;
  readonly signal: AbortSignal;
}

/** Sends bytes from where the server has them, and gives the address at which they are whole; or what went wrong. */
export function uploadFile(
  file: WaitingFile,
  bytes: Blob,
  { onPlace, signal }: Uploading,
): Promise<string | Problem> {
  return new Promise((done) => {
    const upload: Upload = new Upload(bytes, {
      endpoint: '/uploads',
      uploadUrl: file.url ?? null,
      chunkSize: PIECE_BYTES,
      headers: accountHeader(),
      // The name of a picture or recording tells readers nothing and reveals the device.
      metadata: { filename: file.kind === 'document' ? file.name : '', filetype: file.type },
      // The outbox keeps the address and tries again; what tus would keep is beyond "lock now".
      storeFingerprintForResuming: false,
      retryDelays: null,
      onUploadUrlAvailable: () => upload.url && onPlace(upload.url),
      onProgress: (sent, total) => tellProgress(file.id, { phase: 'sending', sent, total }),
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

function problemOf(error: Error | DetailedError): Problem {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  if (!answer || answer.getStatus() === 0) return OFFLINE;
  try {
    const refused = refusalIn(JSON.parse(answer.getBody()) as Partial<Problem>);
    if (isOtherAccount(refused)) startAgain();
    return refused;
  } catch {
    return refusalIn({});
  }
}
