import { Trans } from '@lingui/react/macro';
import { type ComponentType, useState } from 'react';
import { sentence } from '../../lib/server/errors';
import { Button } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';

/** Looks the same for everybody, so that it does not show whether somebody put anything away. Loads its sheet when pressed. */
export function PutAwayButton() {
  const toast = useToast();
  const [Shown, setShown] = useState<ComponentType<{ onClose: () => void }>>();
  const open = () =>
    import('../../features/channels/list/put-away-sheet').then(
      ({ PutAwaySheet }) => setShown(() => PutAwaySheet),
      () => toast({ text: sentence({ code: 'OFFLINE', fields: {} }), icon: 'offline' }),
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
