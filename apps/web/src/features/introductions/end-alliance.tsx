import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { Dialog } from '../../ui/actions/sheet';
import { useToast } from '../../ui/actions/toast';
import { END_ALLIANCE } from './one-introduction.graphql';

interface EndAllianceProps {
  personId: string;
  name: string;
  onEnded: () => void;
}

/** Ends an alliance, after a confirmation that lists what will close. */
export function EndAlliance(props: EndAllianceProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button kind="text" block aria-haspopup="dialog" onClick={() => setAsking(true)}>
        <Trans>Terminar la alianza</Trans>
      </Button>
      <EndDialog {...props} isOpen={isAsking} onClose={() => setAsking(false)} />
    </>
  );
}

type EndDialogProps = EndAllianceProps & { isOpen: boolean; onClose: () => void };

function EndDialog({ personId, name, onEnded, isOpen, onClose }: EndDialogProps) {
  const { t } = useLingui();
  const toast = useToast();
  const end = useMutationState(END_ALLIANCE);
  const act = async () => {
    if (!(await end.run({ personId }))) return;
    onClose();
    toast({ text: t`La alianza terminó` });
    onEnded();
  };
  const actions = (
    <>
      <Button kind="danger" isBusy={end.isBusy} onClick={() => void act()}>
        <Trans>Terminar</Trans>
      </Button>
      <Button onClick={onClose}>
        <Trans>Volver</Trans>
      </Button>
    </>
  );
  const title = <Trans>¿Terminar la alianza con {name}?</Trans>;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} actions={actions}>
      <ErrorBanner text={end.message} />
      <p>
        <Trans>
          Se cierran las formas de contacto para las dos personas. Lo que se escribieron queda para
          leer: cada quien lo conserva o lo quita de su lista. Para volver a conocerse hará falta
          otra presentación.
        </Trans>
      </p>
    </Dialog>
  );
}
