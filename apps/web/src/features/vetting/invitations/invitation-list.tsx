import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Badge } from '../../../ui/display/badge';
import { Button } from '../../../ui/actions/button';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { FormProblem } from '../../../ui/forms/form-problem';
import { Dialog } from '../../../ui/actions/sheet';
import { useToast } from '../../../ui/actions/toast';
import { type MyInvitation, REVOKE_INVITATION } from './invitations.graphql';

/** The viewer's invitations of the last fourteen days. It shows whether each is open, not whether it was used. */
export function InvitationList({ invitations }: { invitations: readonly MyInvitation[] }) {
  const { t, i18n } = useLingui();
  if (invitations.length === 0) return null;
  const day = (at: string) => i18n.date(at, { day: 'numeric', month: 'long' });
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Las que hiciste</Trans>
      </h2>
      <Rows label={t`Las que hiciste`}>
        {invitations.map(({ id, createdAt, endsAt, isOpen }) => (
          <Row
            key={id}
            start={<IconTile icon="mail" look={isOpen ? 'clay' : 'plain'} />}
            title={<Trans>Del {day(createdAt)}</Trans>}
            note={isOpen && <Trans>Abierta hasta el {day(endsAt)}</Trans>}
            end={isOpen ? <Revoke id={id} /> : <Ended />}
          />
        ))}
      </Rows>
      <p className="xs muted">
        <Trans>Se van de esta lista a los catorce días.</Trans>
      </p>
    </section>
  );
}

const Ended = () => (
  <Badge>
    <Trans>Terminada</Trans>
  </Badge>
);

/** Asks for confirmation: the link stops working. */
function Revoke({ id }: { id: string }) {
  const { t } = useLingui();
  const toast = useToast();
  const revoke = useMutationState(REVOKE_INVITATION);
  const [isOpen, setOpen] = useState(false);
  const act = async () => {
    if (!(await revoke.run({ id }))) return;
    setOpen(false);
    toast({ text: t`Invitación anulada` });
  };
  const actions = (
    <>
      <Button kind="danger" isBusy={revoke.isBusy} onClick={() => void act()}>
        <Trans>Anular</Trans>
      </Button>
      <Button onClick={() => setOpen(false)}>
        <Trans>Cancelar</Trans>
      </Button>
    </>
  );
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        <Trans>Anular</Trans>
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={<Trans>¿Anular esta invitación?</Trans>}
        actions={actions}
      >
        <p>
          <Trans>El enlace deja de servir ahora mismo. La persona puede postular sin él.</Trans>
        </p>
        <FormProblem problem={revoke.problem} />
      </Dialog>
    </>
  );
}
