import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { QueuedFile } from '../../../lib/device/queued-files';
import { formatBytes } from '../../../lib/device/format-bytes';
import { IconButton } from '../../../ui/actions/button';
import { Icon } from '../../../ui/display/icon';
import type { RejectedFile } from './use-file-picker';
import { useBlobUrl } from '../files/use-blob-url';
import { useStoredBytes } from '../files/use-stored-bytes';
import { VoicePlayer } from '../voice/voice-player';
import { rejectionText } from '../attachment-texts';

/** Maximum length of a file name, as on the server. */
const MOST_NAME = 120;

interface ChosenFilesProps {
  files: readonly QueuedFile[];
  preparing: number;
  refused: readonly RejectedFile[];
  /** Whether the viewer is dragging files over the channel. */
  isOver: boolean;
  onRemove: (file: QueuedFile) => void;
  onRename: (file: QueuedFile, name: string) => void;
  onRead: () => void;
}

/** Shows the files of the next message, the number of files in preparation, and the rejected files. */
export function ChosenFiles(props: ChosenFilesProps) {
  const { files, preparing, refused, isOver, onRemove, onRename } = props;
  const { t } = useLingui();
  if (files.length + preparing + refused.length === 0 && !isOver) return null;
  return (
    <div className="attached">
      {isOver && (
        <p className="attached__drop">
          <Trans>Suelta aquí para adjuntar</Trans>
        </p>
      )}
      {files.length > 0 && (
        <ul className="attached__files" aria-label={t`Archivos de este mensaje`}>
          {files.map((file) => (
            <Chosen
              key={file.id}
              file={file}
              onRemove={() => onRemove(file)}
              onRename={(name) => onRename(file, name)}
            />
          ))}
        </ul>
      )}
      {preparing > 0 && (
        <p className="xs muted" role="status">
          <Plural value={preparing} one="Preparando # archivo" other="Preparando # archivos" />
        </p>
      )}
      {refused.length > 0 && <NotTaken {...props} />}
    </div>
  );
}

interface ChosenProps {
  file: QueuedFile;
  onRemove: () => void;
  onRename: (name: string) => void;
}

function Chosen({ file, onRemove, onRename }: ChosenProps) {
  const { t } = useLingui();
  const name = file.kind === 'voice' ? t`Nota de voz` : file.name;
  return (
    <li className="attached__one">
      {file.kind === 'voice' && <Listening file={file} />}
      {file.kind === 'image' && <Picture file={file} />}
      {file.kind === 'document' && <Document {...{ file, onRename }} />}
      <IconButton icon="close" label={t`Quitar ${name}`} onClick={onRemove} />
    </li>
  );
}

function Picture({ file }: { file: QueuedFile }) {
  return (
    <>
      <FileThumbnail file={file} />
      <span className="grow mid">
        <span className="row__t cut">{file.name}</span>
        <span className="row__s">
          {formatBytes(file.bytes)}
          {file.type === 'image/gif' ? (
            <Trans> · se envía sin el nombre del archivo</Trans>
          ) : (
            <Trans> · se envía sin el nombre del archivo, el lugar ni los datos de la cámara</Trans>
          )}
        </span>
      </span>
    </>
  );
}

/**
 * The name can be edited: readers see it, and it may disclose more than the sender wants. Other kinds are sent without
 * a name.
 */
function Document({ file, onRename }: Pick<ChosenProps, 'file' | 'onRename'>) {
  const [, start = file.name, ending = ''] = /^(.*)(\.[^.]+)$/s.exec(file.name) ?? [];
  const { t } = useLingui();
  const neutral = t`Documento`;
  const [name, setName] = useState(start);
  const rename = (next: string) => {
    setName(next);
    onRename((next.trim() || neutral) + ending);
  };
  return (
    <>
      <FileThumbnail file={file} />
      <label className="grow mid">
        <span className="row__s">
          <Trans>Nombre que se verá</Trans> · {formatBytes(file.bytes)}
        </span>
        <span className="attached__name">
          <input
            className="input"
            value={name}
            placeholder={neutral}
            maxLength={MOST_NAME}
            onChange={({ target }) => rename(target.value)}
          />
          {ending}
        </span>
      </label>
    </>
  );
}

function Listening({ file }: { file: QueuedFile }) {
  const { t } = useLingui();
  const blob = useStoredBytes(file.id);
  return (
    <VoicePlayer
      load={async () => blob ?? 'gone'}
      seconds={file.seconds ?? 0}
      label={t`Escuchar la nota de voz antes de enviarla`}
    />
  );
}

/** Thumbnail of an image; an icon for any other file. */
export function FileThumbnail({ file }: { file: QueuedFile }) {
  const isImage = file.kind === 'image';
  const blob = useStoredBytes(file.id);
  const url = useBlobUrl(isImage ? blob : undefined);
  if (isImage && url) return <img className="face" src={url} alt="" width="44" height="44" />;
  return (
    <span className="face">
      <Icon name={isImage ? 'photo' : file.kind === 'voice' ? 'mic' : 'file'} size="s" />
    </span>
  );
}

function NotTaken({ refused, onRead }: ChosenFilesProps) {
  const { t } = useLingui();
  return (
    <div className="attached__no" role="alert">
      <Icon name="alert" size="s" />
      <ul className="grow">
        {refused.map(({ name, why }, at) => (
          // The key contains the index, because two rejected files may have the same name.
          <li key={`${at} ${name}`}>
            <b>{name}</b>: {rejectionText(why)}
          </li>
        ))}
      </ul>
      <IconButton icon="close" label={t`Entendido`} onClick={onRead} />
    </div>
  );
}
