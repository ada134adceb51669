import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { CallOutcome } from '../../../gql/types';
import { useNow } from '../../../lib/page/use-now';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { ActionEffects } from '../../../ui/display/action-effects';
import { Card } from '../../../ui/display/card';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextArea, TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { noteClosedCase } from '../cases/closed-cases';
import { CallActions } from './call-actions';
import { CallDetails } from './call-details';
import { OUTCOME_LABELS } from './call-labels';
import { type Call, RECORD_CALL_OUTCOME, SET_CALL_LINK } from './calls.graphql';
import { useCall } from './use-call';

/** The booked call of a case, for its supporter: the link, and the outcome once it began. */
export function CaseCall({ id, onAnswered }: { id: string; onAnswered: () => void }) {
  const { booked, again } = useCall(id);
  const now = useNow();
  if (!booked) return null;
  const hasBegun = Date.parse(booked.startsAt) <= now;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>La llamada</Trans>
      </h2>
      {hasBegun && <OutcomeForm id={id} onAnswered={onAnswered} />}
      <CallDetails call={booked} />
      <Card>
        <LinkForm call={booked} onSaved={again} />
      </Card>
      <CallActions call={booked} onChanged={onAnswered} />
    </section>
  );
}

function LinkForm({ call: { requestId, hasLink }, onSaved }: { call: Call; onSaved: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [link, setLink] = useState('');
  const { run, isBusy, problem, fieldMessage } = useMutationState(SET_CALL_LINK);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run({ input: { requestId, link } }))) return;
    setLink('');
    toast({ text: t`Quedó guardado` });
    onSaved();
  };
  return (
    <form className="stack stack--2" noValidate onSubmit={(event) => void save(event)}>
      <TextField
        label={hasLink ? t`Cambiar el enlace` : t`Enlace de la llamada`}
        hint={t`Empieza con https://. Se ve desde 15 minutos antes hasta una hora después.`}
        type="url"
        autoComplete="off"
        maxLength={500}
        value={link}
        error={fieldMessage('link')}
        onChange={({ target }) => setLink(target.value)}
      />
      <FormProblem problem={problem} />
      <span>
        <Button type="submit" isBusy={isBusy}>
          <Trans>Guardar el enlace</Trans>
        </Button>
      </span>
    </form>
  );
}

function OutcomeForm({ id: requestId, onAnswered }: { id: string; onAnswered: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const navigate = usePageNavigate();
  const [outcome, setOutcome] = useState<CallOutcome>('lightTouch');
  const [words, setWords] = useState('');
  const [alternatives, setAlternatives] = useState('');
  const [askAgainOn, setAskAgainOn] = useState('');
  const { run, isBusy, problem, fieldMessage } = useMutationState(RECORD_CALL_OUTCOME);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const input = { requestId, outcome, words, alternatives, askAgainOn: askAgainOn || null };
    if (!(await run({ input }))) return;
    toast({ text: t`Respuesta enviada` });
    if (!ENDS_CASE.includes(outcome)) return onAnswered();
    noteClosedCase(requestId);
    navigate('/cases', { replace: true });
  };
  return (
    <Card className="stack--3">
      <form className="stack stack--3" noValidate onSubmit={(event) => void save(event)}>
        <OutcomeChoice outcome={outcome} onChange={setOutcome} />
        <TextArea
          label={t`Tu mensaje`}
          hint={t`Lo lee quien pidió apoyo, con tu nombre de trabajo si el caso sigue.`}
          rows={5}
          maxLength={4_000}
          value={words}
          error={fieldMessage('words')}
          onChange={({ target }) => setWords(target.value)}
        />
        {outcome === 'referred' && (
          <TextArea
            label={t`Dónde más puede buscar`}
            isOptional
            rows={3}
            maxLength={4_000}
            value={alternatives}
            onChange={({ target }) => setAlternatives(target.value)}
          />
        )}
        {outcome === 'notNow' && (
          <TextField
            type="date"
            label={t`Desde cuándo puede volver a pedir`}
            isOptional
            value={askAgainOn}
            error={fieldMessage('askAgainOn')}
            onChange={({ target }) => setAskAgainOn(target.value)}
          />
        )}
        {ENDS_CASE.includes(outcome) && <EndingEffects />}
        <FormProblem problem={problem} />
        <Button kind="primary" block type="submit" isBusy={isBusy}>
          <Trans>Guardar el resultado</Trans>
        </Button>
      </form>
    </Card>
  );
}

/** With these outcomes the supporter loses the case at once. */
const ENDS_CASE: readonly CallOutcome[] = ['referred', 'notNow'];

function EndingEffects() {
  return (
    <ActionEffects
      title={<Trans>Con este resultado</Trans>}
      effects={[
        ['eyeOff', <Trans key="seen">El caso se cierra y ya no podrás abrirlo</Trans>],
        ['trash', <Trans key="kept">Después de 90 días se destruye, con todo lo escrito</Trans>],
      ]}
    />
  );
}

interface OutcomeChoiceProps {
  outcome: CallOutcome;
  onChange: (outcome: CallOutcome) => void;
}

function OutcomeChoice({ outcome, onChange }: OutcomeChoiceProps) {
  const { i18n } = useLingui();
  return (
    <ChoiceGroup legend={<Trans>Cómo sigue</Trans>}>
      {(Object.keys(OUTCOME_LABELS) as CallOutcome[]).map((one) => (
        <Choice key={one} name="outcome" checked={outcome === one} onChange={() => onChange(one)}>
          {i18n._(OUTCOME_LABELS[one])}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}
