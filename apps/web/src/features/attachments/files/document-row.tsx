import { Trans } from '@lingui/react/macro';
import { formatBytes } from '../../../lib/device/format-bytes';
import { Icon } from '../../../ui/display/icon';
import { faultWords } from './file-bytes';
import type { ShownFile } from './shown-files';
import { useSaving } from '../sending/use-saving';

const SHORT: Readonly<Record<string, string>> = { 'application/pdf': 'PDF' };

/** A document of a message: name, size and download button. */
export function DocumentRow({ file }: { file: ShownFile }) {
  const { save, isBusy, fault } = useSaving(file);
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
          {faultWords(fault)}
        </p>
      )}
    </>
  );
}
