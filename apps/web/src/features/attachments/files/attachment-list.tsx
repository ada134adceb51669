import { useLingui } from '@lingui/react/macro';
import { loadFile } from './load-file';
import { DocumentRow } from './document-row';
import { PictureThumb } from './picture-thumb';
import { RemovedDataNote } from './removed-data-note';
import { VoicePlayer } from '../voice/voice-player';
import { formatBytes } from '../../../lib/device/format-bytes';
import { formatDuration } from '../../../lib/text/format-duration';
import { AttachmentDescription } from '../voice/attachment-description';

/** An attachment as the GraphQL API returns it. */
export interface MessageAttachment {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
  readonly text: string;
  readonly isTextByAuthor: boolean;
  readonly removed: readonly string[];
}

interface ShownFilesProps {
  files: readonly MessageAttachment[];
  authorName: string;
  isMine: boolean;
  canWrite: boolean;
}

export function AttachmentList({ files, ...rest }: ShownFilesProps) {
  return (
    <div className="files">
      {files.map((file) => (
        <Shown key={file.id} file={file} {...rest} />
      ))}
    </div>
  );
}

interface ShownProps extends Omit<ShownFilesProps, 'files'> {
  file: MessageAttachment;
}

/** One attachment of a message. A description that the author wrote can be changed by the author only. */
function Shown({ file, authorName, isMine, ...rest }: ShownProps) {
  const canWrite = rest.canWrite && (isMine || !file.text || !file.isTextByAuthor);
  const isVoice = file.kind === 'voice';
  return (
    <div className="files__one">
      {file.kind === 'image' && <PictureThumb file={file} canWrite={canWrite} />}
      {isVoice && <Voice {...{ file, authorName, canWrite }} />}
      {file.kind === 'document' && <DocumentRow file={file} />}
      {isMine && !isVoice && file.removed.length > 0 && <RemovedDataNote removed={file.removed} />}
    </div>
  );
}

function Voice({ file, authorName, canWrite }: Omit<ShownProps, 'isMine'>) {
  const { t } = useLingui();
  const seconds = file.seconds ?? 0;
  return (
    <>
      <VoicePlayer
        load={() => loadFile(file.id, 'original')}
        seconds={seconds}
        label={t`Escuchar la nota de voz de ${authorName}, ${formatDuration(seconds)}`}
        note={t`${formatBytes(file.bytes)} · se descarga al tocar`}
      />
      <AttachmentDescription file={file} canWrite={canWrite} />
    </>
  );
}
