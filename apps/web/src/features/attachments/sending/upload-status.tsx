import { Trans, useLingui } from '@lingui/react/macro';
import { problemText } from '../../../lib/server/errors';
import { discardQueuedMessage, type QueuedMessage } from '../../../lib/device/outbox';
import type { QueuedFile } from '../../../lib/device/queued-files';
import { formatBytes } from '../../../lib/device/format-bytes';
import { Button } from '../../../ui/actions/button';
import { FileThumbnail } from './chosen-files';
import { type UploadProgress, useUploadProgress } from './upload-progress';
import { stopSending } from './send-files';
import './error-texts';
import { formatDuration } from '../../../lib/text/format-duration';
import { remainingTimeText } from '../attachment-texts';

/** Status of a message in the outbox: progress of each file, the reason of a failure, and a button to cancel it. */
export function UploadStatus({ queued }: { queued: QueuedMessage }) {
  const { files = [], state, problem, isFragile } = queued;
  const cancel = () => {
    stopSending(queued);
    void discardQueuedMessage(queued);
  };
  const isAtServer = state === 'sending' && files.every(({ attachmentId }) => attachmentId);
  return (
    <div className="waits">
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li key={file.id} className="waits__one">
              <FileThumbnail file={file} />
              <Row file={file} state={state} />
            </li>
          ))}
        </ul>
      )}
      {isFragile && (
        <p className="waits__no" role="alert">
          <Trans>
            Este dispositivo no pudo guardarlo. Deja abierta esta página hasta que se envíe.
          </Trans>
        </p>
      )}
      {problem && state === 'failed' && (
        <p className="waits__no" role="alert">
          {problemText(problem)}
        </p>
      )}
      {!isAtServer && (
        <Button kind="text" small onClick={cancel}>
          {state === 'failed' ? <Trans>Descartar</Trans> : <Trans>Cancelar el envío</Trans>}
        </Button>
      )}
    </div>
  );
}

function Row({ file, state }: { file: QueuedFile; state: QueuedMessage['state'] }) {
  const { t } = useLingui();
  const progress = useUploadProgress(file.id);
  const name = file.kind === 'voice' ? t`Nota de voz` : file.name;
  return (
    <span className="grow mid">
      <span className="row__t cut">{name}</span>
      <span className="row__s">
        {progress && state === 'sending' ? (
          <How progress={progress} />
        ) : (
          <Still file={file} state={state} />
        )}
      </span>
      {progress && state === 'sending' && <Bar name={name} progress={progress} />}
    </span>
  );
}

function Still({ file, state }: { file: QueuedFile; state: QueuedMessage['state'] }) {
  const size = file.kind === 'voice' ? formatDuration(file.seconds ?? 0) : formatBytes(file.bytes);
  return (
    <>
      {file.attachmentId && <Trans>Subido</Trans>}
      {!file.attachmentId && state === 'queued' && <Trans>En cola</Trans>}
      {!file.attachmentId && state === 'sending' && <Trans>Preparando</Trans>}
      {!file.attachmentId && state === 'failed' && <Trans>Falló</Trans>} · {size}
    </>
  );
}

const percent = ({ sent, total }: UploadProgress) => Math.floor((100 * sent) / Math.max(1, total));

function How({ progress }: { progress: UploadProgress }) {
  const { phase, sent, total, secondsLeft } = progress;
  if (phase === 'checking') return <Trans>Subido · quitando datos ocultos</Trans>;
  return (
    <>
      <Trans>
        Subiendo · {percent(progress)} % · {formatBytes(sent)} de {formatBytes(total)}
      </Trans>
      {secondsLeft !== undefined && ` · ${remainingTimeText(secondsLeft)}`}
    </>
  );
}

function Bar({ name, progress }: { name: string; progress: UploadProgress }) {
  const { t } = useLingui();
  const now = percent(progress);
  return (
    <span
      className="bar"
      role="progressbar"
      aria-label={t`Subiendo ${name}`}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={now}
    >
      <i style={{ width: `${now}%` }} />
    </span>
  );
}
