import { Trans } from '@lingui/react/macro';
import { removedWords } from '../words';

/** What the server took out, so that nobody learns more from the file than one sees or hears of it. */
export function RemovedNote({ removed }: { removed: readonly string[] }) {
  const words = removedWords(removed);
  return (
    <p className="files__note">
      <Trans>Se quitó del archivo: {words}</Trans>
    </p>
  );
}
