import { Trans } from '@lingui/react/macro';
import { showOverlay } from '../../../lib/page/overlay';
import { Button } from '../../../ui/actions/button';
import { useQueueKeys } from './use-desk-keys';

/** Shortcuts of the queue, with a link to the list of all shortcuts. */
export function DeskHelp() {
  useQueueKeys();
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
