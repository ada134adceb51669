import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState, type FormEvent } from 'react';
import type { Attestation } from '../../../gql/types';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { CheckChoice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextArea, TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import '../application/error-texts';
import { GIVE_VOUCH } from './vouch.graphql';
import { OWN_ATTESTATION_LABELS } from '../application/vetting-labels';

interface VouchFormProps {
  isSpent: boolean;
  onGiven: (text: string) => void;
}

/** Vouches for an applicant by their code. It does not disclose whether the code exists. */
export function VouchForm({ isSpent, onGiven }: VouchFormProps) {
  const { t } = useLingui();
  const give = useMutationState(GIVE_VOUCH);
  const form = useRef<HTMLFormElement>(null);
  const [attestations, setAttestations] = useState<Attestation[]>([]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const said = (name: string) => String(typed.get(name) ?? '');
    const texts = { code: said('code'), relation: said('relation'), statement: said('statement') };
    if (!(await give.run({ input: { ...texts, attestations } }))) return;
    form.current?.reset();
    setAttestations([]);
    onGiven(t`Aval enviado`);
  };
  return (
    <form className="stack" ref={form} noValidate onSubmit={(event) => void submit(event)}>
      <FormProblem problem={give.problem} />
      <Who errorOf={give.fieldMessage} />
      <Attesting
        value={attestations}
        onChange={setAttestations}
        error={give.fieldMessage('attestations')}
      />
      <TextArea
        label={t`Qué puedes contar`}
        hint={t`Lo leen solo quienes revisan, sin tu nombre. Quien postula ve cuántos avales tiene, nada más.`}
        name="statement"
        rows={4}
        isOptional
        error={give.fieldMessage('statement')}
      />
      <Button kind="primary" type="submit" block isBusy={give.isBusy} disabled={isSpent}>
        <Trans>Avalar</Trans>
      </Button>
    </form>
  );
}

interface WhoProps {
  errorOf: (field: string) => string | undefined;
}

function Who({ errorOf }: WhoProps) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        label={t`Código de quien postula`}
        hint={t`Te lo da la persona. Empieza así: K7QM-2XPD-…`}
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="mono"
        error={errorOf('code')}
      />
      <TextField
        label={t`De dónde se conocen`}
        hint={t`Una línea, por ejemplo: «Trabajamos tres años en la misma red».`}
        name="relation"
        maxLength={200}
        error={errorOf('relation')}
      />
    </>
  );
}

interface AttestingProps {
  value: Attestation[];
  onChange: (value: Attestation[]) => void;
  error: string | undefined;
}

function Attesting({ value, onChange, error }: AttestingProps) {
  const { i18n } = useLingui();
  const toggle = (one: Attestation) =>
    onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return (
    <ChoiceGroup id="attestations" legend={<Trans>Lo que afirmas</Trans>} error={error}>
      {(Object.keys(OWN_ATTESTATION_LABELS) as Attestation[]).map((one) => (
        <CheckChoice key={one} checked={value.includes(one)} onChange={() => toggle(one)}>
          {i18n._(OWN_ATTESTATION_LABELS[one])}
        </CheckChoice>
      ))}
    </ChoiceGroup>
  );
}
