import { Trans } from '@lingui/react/macro';
import { formatBytes } from '../../../lib/device/format-bytes';
import { Button } from '../../../ui/actions/button';
import { Sheet } from '../../../ui/actions/sheet';
import { fileFaultText } from './load-file';
import { RemovedDataNote } from './removed-data-note';
import type { MessageAttachment } from './attachment-list';
import { useAttachedPicture } from './use-attached-picture';
import { useAttachmentDownload } from '../sending/use-attachment-download';
import { AttachmentDescription } from '../voice/attachment-description';

interface PictureSheetProps {
  file: MessageAttachment;
  name: string;
  canWrite: boolean;
  onClose: () => void;
}

/** Shows a picture as large as the screen allows, with its details. */
export function PictureSheet({ file, name, canWrite, onClose }: PictureSheetProps) {
  const { url, fault } = useAttachedPicture(file.id, 'original', true);
  const saving = useAttachmentDownload(file);
  const problem = fault ?? saving.fault;
  return (
    <Sheet isOpen onClose={onClose} title={<Trans>Foto</Trans>}>
      <div className="thumb thumb--large" style={placeOf(file)}>
        {url && <img src={url} alt={name} />}
      </div>
      {problem && <p role="alert">{fileFaultText(problem)}</p>}
      <AttachmentDescription file={file} canWrite={canWrite} />
      {file.removed.length > 0 && <RemovedDataNote removed={file.removed} />}
      <Button icon="download" isBusy={saving.isBusy} onClick={() => void saving.save()}>
        <Trans>Descargar · {formatBytes(file.bytes)}</Trans>
      </Button>
    </Sheet>
  );
}

const placeOf = ({ width, height }: MessageAttachment) => ({
  aspectRatio: `${width ?? 4} / ${height ?? 3}`,
});
