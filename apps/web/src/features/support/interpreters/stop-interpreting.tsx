import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { FormProblem } from '../../../ui/forms/form-problem';
import {
  type OwnInterpreter,
  REST_FROM_INTERPRETING,
  STOP_INTERPRETING,
} from './interpreters.graphql';

interface StopInterpretingProps {
  interpreter: OwnInterpreter;
  onChanged: () => void;
}

/** Rests from interpreting, or stops. */
export function StopInterpreting({ interpreter, onChanged }: StopInterpretingProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const rest = useMutationState(REST_FROM_INTERPRETING);
  const stop = useMutationState(STOP_INTERPRETING);
  const isResting = interpreter.restingSince !== null;
  const changeRest = async () => {
    if (await rest.run({ isResting: !isResting })) onChanged();
  };
  const end = async () => {
    if (!(await stop.run({}))) return;
    toast({ text: t`Ya no interpretas` });
    setOpen(false);
    onChanged();
  };
  return (
    <section className="stack stack--2">
      {isResting && (
        <p>
          <Trans>Estás descansando: nadie te ve para llamadas nuevas.</Trans>
        </p>
      )}
      <FormProblem problem={rest.problem ?? stop.problem} />
      <Button block isBusy={rest.isBusy} onClick={() => void changeRest()}>
        {isResting ? <Trans>Volver a interpretar</Trans> : <Trans>Descansar por ahora</Trans>}
      </Button>
      {isOpen && (
        <p>
          <Trans>
            Se cancelan tus llamadas, avisamos a esas personas y se borran tu nombre y tus horarios.
          </Trans>
        </p>
      )}
      <Button
        kind="danger-line"
        block
        isBusy={stop.isBusy}
        onClick={() => (isOpen ? void end() : setOpen(true))}
      >
        <Trans>Dejar de interpretar</Trans>
      </Button>
    </section>
  );
}
