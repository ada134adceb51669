import { Trans } from '@lingui/react/macro';
import { showOverlay } from '../../../lib/page/overlay';
import { Button } from '../../../ui/actions/button';
import { useQueueKeys } from './use-desk-keys';

/** The keys of the queue, and the way to the list of all. */
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
