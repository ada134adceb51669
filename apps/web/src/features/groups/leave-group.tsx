import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../../lib/use-act';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/sheet';
import { useToast } from '../../ui/toast';
import { LEAVE_GROUP } from './groups.graphql';
import './reasons';

/** Leaving a group, with what it means said first. */
export function LeaveGroup({ membershipId }: { membershipId: string }) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const leave = useAct(LEAVE_GROUP);
  const act = async () => {
    if (!(await leave.run({ id: membershipId }))) return;
    toast({ text: t`Saliste del grupo` });
    void navigate('/groups', { replace: true });
  };
  return (
    <>
      <Button kind="danger-line" icon="exit" onClick={() => setOpen(true)}>
        <Trans>Salir del grupo</Trans>
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={<Trans>¿Salir del grupo?</Trans>}
        actions={
          <>
            <Button kind="danger" isBusy={leave.isBusy} onClick={() => void act()}>
              <Trans>Salir</Trans>
            </Button>
            <Button onClick={() => setOpen(false)}>
              <Trans>Quedarme</Trans>
            </Button>
          </>
        }
      >
        <p>
          <Trans>
            Dejas de recibir sus mensajes y de ver su historia. Lo que escribiste queda en el grupo
            con el nombre que usaste.
          </Trans>
        </p>
        {leave.message && (
          <Banner look="danger" role="alert">
            {leave.message}
          </Banner>
        )}
      </Dialog>
    </>
  );
}
