import { Trans } from '@lingui/react/macro';
import { removedWords } from '../words';

/** Lists the hidden data that the server removed from a file (location, camera data, authors…). */
export function RemovedNote({ removed }: { removed: readonly string[] }) {
  const words = removedWords(removed);
  return (
    <p className="files__note">
      <Trans>Se quitó del archivo: {words}</Trans>
    </p>
  );
}
