import { Trans } from '@lingui/react/macro';
import { type ComponentType, useState } from 'react';
import { problemText } from '../../lib/server/errors';
import { Button } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';

/**
 * Button for the list of put-away conversations. It looks the same if that list is empty, so that another person who
 * sees the screen learns nothing. Loads the list when pressed.
 */
export function PutAwayButton() {
  const toast = useToast();
  const [Shown, setShown] = useState<ComponentType<{ onClose: () => void }>>();
  const open = () =>
    import('../../features/channels/list/put-away-sheet').then(
      ({ PutAwaySheet }) => setShown(() => PutAwaySheet),
      () => toast({ text: problemText({ code: 'OFFLINE', fields: {} }), icon: 'offline' }),
    );
  return (
    <>
      <Button kind="text" block aria-haspopup="dialog" onClick={() => void open()}>
        <Trans>Conversaciones que quitaste</Trans>
      </Button>
      {Shown && <Shown onClose={() => setShown(undefined)} />}
    </>
  );
}
