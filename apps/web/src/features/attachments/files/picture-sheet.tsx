import { Trans } from '@lingui/react/macro';
import { formatBytes } from '../../../lib/device/format-bytes';
import { Button } from '../../../ui/actions/button';
import { Sheet } from '../../../ui/actions/sheet';
import { faultWords } from './file-bytes';
import { RemovedNote } from './removed-note';
import type { ShownFile } from './shown-files';
import { usePicture } from './use-picture';
import { useSaving } from '../sending/use-saving';
import { WrittenText } from '../voice/written-text';

interface PictureSheetProps {
  file: ShownFile;
  name: string;
  canWrite: boolean;
  onClose: () => void;
}

/** Shows a picture as large as the screen allows, with its details. */
export function PictureSheet({ file, name, canWrite, onClose }: PictureSheetProps) {
  const { url, fault } = usePicture(file.id, 'original', true);
  const saving = useSaving(file);
  const problem = fault ?? saving.fault;
  return (
    <Sheet isOpen onClose={onClose} title={<Trans>Foto</Trans>}>
      <div className="thumb thumb--large" style={placeOf(file)}>
        {url && <img src={url} alt={name} />}
      </div>
      {problem && <p role="alert">{faultWords(problem)}</p>}
      <WrittenText file={file} canWrite={canWrite} />
      {file.removed.length > 0 && <RemovedNote removed={file.removed} />}
      <Button icon="download" isBusy={saving.isBusy} onClick={() => void saving.save()}>
        <Trans>Descargar · {formatBytes(file.bytes)}</Trans>
      </Button>
    </Sheet>
  );
}

const placeOf = ({ width, height }: ShownFile) => ({
  aspectRatio: `${width ?? 4} / ${height ?? 3}`,
});
