import { Trans } from '@lingui/react/macro';
import { removedDataText } from '../attachment-texts';

/** Lists the hidden data that the server removed from a file (location, camera data, authors…). */
export function RemovedDataNote({ removed }: { removed: readonly string[] }) {
  const words = removedDataText(removed);
  return (
    <p className="files__note">
      <Trans>Se quitó del archivo: {words}</Trans>
    </p>
  );
}
