import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { MatterOutcome } from '../../../gql/types';
import { fieldProblemText } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextArea } from '../../../ui/forms/field';
import { ActSection } from '../acts/act-form';
import { CLOSE_MATTER } from './matters.graphql';

export const MATTER_OUTCOME_LABELS: Record<MatterOutcome, MessageDescriptor> = {
  noBreach: msg`No rompe los acuerdos`,
  breach: msg`Rompe los acuerdos`,
  unclear: msg`No se puede saber`,
};

const NOTES: Record<MatterOutcome, MessageDescriptor> = {
  noBreach: msg`Lo que escribió se queda`,
  breach: msg`Las medidas que tomaste siguen en pie`,
  unclear: msg`Si llega otro reporte, se abre un asunto nuevo`,
};

interface CloseFormProps {
  id: string;
  /** Name of the reported member, as in the reports. */
  name: string | undefined;
  onBack: () => void;
  onDone: (text: string) => void;
}

/** Closes a matter with an outcome and a reason, after explaining the consequences. */
export function CloseMatterForm({ id, name, onBack, onDone }: CloseFormProps) {
  const { t, i18n } = useLingui();
  const close = useMutationState(CLOSE_MATTER);
  const [outcome, setOutcome] = useState<MatterOutcome>();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const act = async () => {
    setTried(true);
    if (!outcome || reason.trim() === '') return;
    if (!(await close.run({ matterId: id, outcome, reason }))) return;
    onDone(name ? t`Asunto sobre ${name} cerrado` : t`Asunto cerrado`);
  };
  const reasonError =
    isTried && reason.trim() === '' ? fieldProblemText('blank') : close.fieldMessage('reason');
  return (
    <ActSection
      title={name ? <Trans>Cerrar el asunto sobre {name}</Trans> : <Trans>Cerrar el asunto</Trans>}
      consequence={
        <Trans>
          Sale de la Mesa enseguida y solo vuelve si hay una apelación. A quien reportó le llega que
          lo revisamos, no qué hicimos. Nadie se entera de quién reportó.
        </Trans>
      }
      problem={close.problem}
      isBusy={close.isBusy}
      actLabel={<Trans>Cerrar el asunto</Trans>}
      actKind="primary"
      onAct={() => void act()}
      onBack={onBack}
    >
      <ChoiceGroup
        legend={t`Cómo termina`}
        error={isTried && !outcome ? t`Elige una opción.` : undefined}
      >
        {(Object.keys(MATTER_OUTCOME_LABELS) as MatterOutcome[]).map((one) => (
          <Choice
            key={one}
            name="outcome"
            value={one}
            checked={one === outcome}
            onChange={() => setOutcome(one)}
            note={i18n._(NOTES[one])}
          >
            {i18n._(MATTER_OUTCOME_LABELS[one])}
          </Choice>
        ))}
      </ChoiceGroup>
      <TextArea
        label={t`Por qué`}
        hint={t`Queda como nota del asunto: la lee solo quien modera, si hay una apelación.`}
        rows={4}
        maxLength={2000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        error={reasonError}
      />
    </ActSection>
  );
}
