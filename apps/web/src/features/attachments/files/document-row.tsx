import { Trans } from '@lingui/react/macro';
import { formatBytes } from '../../../lib/device/format-bytes';
import { Icon } from '../../../ui/display/icon';
import { fileFaultText } from './load-file';
import type { MessageAttachment } from './attachment-list';
import { useAttachmentDownload } from '../sending/use-attachment-download';

const SHORT: Readonly<Record<string, string>> = { 'application/pdf': 'PDF' };

/** A document of a message: name, size and download button. */
export function DocumentRow({ file }: { file: MessageAttachment }) {
  const { save, isBusy, fault } = useAttachmentDownload(file);
  const about = `${SHORT[file.type] ?? 'DOCX'} · ${formatBytes(file.bytes)}`;
  return (
    <>
      <button
        type="button"
        className="files__doc"
        aria-busy={isBusy || undefined}
        onClick={() => void save()}
      >
        <span className="face">
          <Icon name="file" size="s" />
        </span>
        <span className="grow mid">
          <span className="vh">
            <Trans>Descargar</Trans>{' '}
          </span>
          <span className="row__t cut">{file.name}</span>
          <span className="row__s">{about}</span>
        </span>
        <Icon name="download" size="s" />
      </button>
      {fault && (
        <p className="files__note" role="alert">
          {fileFaultText(fault)}
        </p>
      )}
    </>
  );
}
