import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from 'react-router';
import { useAct } from '../../lib/server/use-act';
import { useToast } from '../../ui/actions/toast';
import { Confirm } from '../../ui/actions/confirm';
import { LEAVE_GROUP } from './groups.graphql';
import './reasons';

/** Leaving a group, with what it means said first. */
export function LeaveGroup({ membershipId }: { membershipId: string }) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = useNavigate();
  const leave = useAct(LEAVE_GROUP);
  const act = async () => {
    if (!(await leave.run({ id: membershipId }))) return false;
    toast({ text: t`Saliste del grupo` });
    void navigate('/groups', { replace: true });
    return true;
  };
  return (
    <Confirm
      kind="danger-line"
      icon="exit"
      label={<Trans>Salir del grupo</Trans>}
      title={<Trans>¿Salir del grupo?</Trans>}
      actKind="danger"
      actLabel={<Trans>Salir</Trans>}
      isBusy={leave.isBusy}
      message={leave.message}
      onAct={act}
    >
      <Trans>
        Dejas de recibir sus mensajes y de ver su historia. Lo que escribiste queda en el grupo con
        el nombre que usaste.
      </Trans>
    </Confirm>
  );
}
