import { Trans } from '@lingui/react/macro';
import { showOverlay } from '../../../lib/page/overlay';
import { Button } from '../../../ui/actions/button';
import { useQueueShortcuts } from './use-desk-shortcuts';

/** Shortcuts of the queue, with a link to the list of all shortcuts. */
export function DeskHelp() {
  useQueueShortcuts();
  return (
    <Button
      kind="text"
      small
      className="only-d"
      aria-haspopup="dialog"
      onClick={() => showOverlay('keys')}
    >
      <Trans>Teclas</Trans>
    </Button>
  );
}
