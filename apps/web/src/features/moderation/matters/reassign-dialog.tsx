import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { Dialog } from '../../../ui/actions/sheet';
import { Skeleton } from '../../../ui/display/skeleton';
import { MODERATOR_COLLEAGUES_QUERY, REASSIGN_MATTER } from './matters.graphql';

interface HandDialogProps {
  id: string;
  isOpen: boolean;
  onClose: () => void;
  onDone: (text: string) => void;
}

export function ReassignDialog({ id, isOpen, onClose, onDone }: HandDialogProps) {
  const { t } = useLingui();
  const hand = useMutationState(REASSIGN_MATTER);
  const [personId, setPersonId] = useState<string>();
  const [isTried, setTried] = useState(false);
  const act = async () => {
    setTried(true);
    if (!personId) return;
    if (await hand.run({ input: { matterId: id, personId } })) onDone(t`Ya no lo llevas tú`);
  };
  const actions = (
    <>
      <Button kind="primary" isBusy={hand.isBusy} onClick={() => void act()}>
        <Trans>Pasarlo</Trans>
      </Button>
      <Button onClick={onClose}>
        <Trans>Volver</Trans>
      </Button>
    </>
  );
  const title = <Trans>Pasarlo a otra persona</Trans>;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} actions={actions}>
      <ErrorBanner text={hand.message} />
      <p>
        <Trans>Vuelve a la Mesa y le avisamos a esa persona. Lo lleva quien lo tome primero.</Trans>
      </p>
      <Colleagues
        personId={personId}
        error={isTried && !personId ? t`Elige una opción.` : undefined}
        onChange={setPersonId}
      />
    </Dialog>
  );
}

interface ColleaguesProps {
  personId: string | undefined;
  error: string | undefined;
  onChange: (personId: string) => void;
}

function Colleagues({ personId, error, onChange }: ColleaguesProps) {
  const [{ data }] = useQuery({ query: MODERATOR_COLLEAGUES_QUERY });
  if (!data) return <Skeleton rows={3} kind="row" />;
  const { moderationColleagues: colleagues } = data;
  if (colleagues.length === 0) {
    return (
      <p className="muted">
        <Trans>
          No encuentras a nadie más de moderación en Gente. Puedes devolverlo a la Mesa.
        </Trans>
      </p>
    );
  }
  return (
    <ChoiceGroup id="colleague" legend={<Trans>¿A quién?</Trans>} error={error}>
      {colleagues.map(({ id, name }) => (
        <Choice key={id} name="colleague" checked={personId === id} onChange={() => onChange(id)}>
          {name}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}
