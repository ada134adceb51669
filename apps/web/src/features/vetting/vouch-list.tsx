import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../lib/use-act';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { FormProblem } from '../../ui/form-problem';
import { Dialog } from '../../ui/sheet';
import { useToast } from '../../ui/toast';
import { type MyVouch, WITHDRAW_VOUCH } from './vouch.graphql';

/** One's own vouches, by when they were given: of whom they were, and what was said, is only in the file. */
export function VouchList({ vouches }: { vouches: readonly MyVouch[] }) {
  if (vouches.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Los que diste</Trans>
      </h2>
      {vouches.map((vouch) => (
        <Given key={vouch.id} vouch={vouch} />
      ))}
    </section>
  );
}

function Given({ vouch }: { vouch: MyVouch }) {
  const { id, createdAt, withdrawnAt, viewerCan } = vouch;
  const { i18n } = useLingui();
  const isOpen = viewerCan.includes('withdraw') && withdrawnAt === null;
  return (
    <Card className="stack--2">
      <div className="inline between top">
        <div className="grow">
          <b>
            <Trans>Un aval</Trans>
          </b>
          <p className="xs muted">
            {i18n.date(createdAt, { dateStyle: 'long', timeStyle: 'short' })}
          </p>
        </div>
        {withdrawnAt && (
          <Badge>
            <Trans>Retirado</Trans>
          </Badge>
        )}
        {isOpen && <Withdraw id={id} />}
      </div>
    </Card>
  );
}

/** Asked once more: whoever reads that application has to look again. */
function Withdraw({ id }: { id: string }) {
  const { t } = useLingui();
  const toast = useToast();
  const withdraw = useAct(WITHDRAW_VOUCH);
  const [isOpen, setOpen] = useState(false);
  const act = async () => {
    if (!(await withdraw.run({ id }))) return;
    setOpen(false);
    toast({ text: t`Aval retirado` });
  };
  const actions = (
    <>
      <Button kind="danger" isBusy={withdraw.isBusy} onClick={() => void act()}>
        <Trans>Retirar</Trans>
      </Button>
      <Button onClick={() => setOpen(false)}>
        <Trans>Cancelar</Trans>
      </Button>
    </>
  );
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        <Trans>Retirar</Trans>
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={<Trans>¿Retirar este aval?</Trans>}
        actions={actions}
      >
        <Consequence />
        <FormProblem problem={withdraw.problem} />
      </Dialog>
    </>
  );
}

function Consequence() {
  return (
    <p>
      <Trans>
        Si la postulación sigue abierta, quienes la leen tienen que mirarla otra vez. A quien ya
        entró no le cambia nada. Cuenta igual entre los que diste.
      </Trans>
    </p>
  );
}
