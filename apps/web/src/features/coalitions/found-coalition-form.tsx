import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { GROUP_TYPES } from '../../lib/server/invalidate-cache';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { Banner } from '../../ui/display/banner';
import { Choice, ChoiceGroup } from '../../ui/forms/choice';
import { TextArea } from '../../ui/forms/field';
import { FormProblem } from '../../ui/forms/form-problem';
import { useBlankCheck } from '../../ui/forms/use-blank-check';
import { useOpenResult } from '../../ui/page/use-open-result';
import { CoalitionTexts } from './coalition-texts';
import { FOUND_COALITION } from './coalitions.graphql';
import { CandidateChoice } from './participants/candidate-choice';
import { ShownNameChoice } from './participants/shown-name-choice';
import { candidateInput, type Candidate, useShownName } from './participants/candidates';
import './error-texts';

/** Founds a coalition for one of the viewer's groups or organisations. Keeps its input when the server rejects it. */
export function FoundCoalitionForm({ candidates }: { candidates: readonly Candidate[] }) {
  const { t } = useLingui();
  const open = useOpenResult();
  const found = useMutationState(FOUND_COALITION, GROUP_TYPES);
  const { form, isWhole, errorOf } = useBlankCheck();
  const [candidate, setCandidate] = useState(candidates[0]!);
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const [agreements, setAgreements] = useState('');
  const [isListed, setListed] = useState(false);
  const shown = useShownName(candidate);
  const fieldError = (field: string) => errorOf(field, found.fieldMessage(field));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { shownName } = shown;
    if (!isWhole({ name, purpose, ...(shownName !== null && { shownName }) })) return;
    const texts = { name, purpose, agreements, isListed };
    const data = await found.run({ input: { ...texts, shownName, ...candidateInput(candidate) } });
    if (data) open(`/coalitions/${data.foundCoalition.slug}`, { replace: true });
  };
  return (
    <form ref={form} className="stack stack--5" onSubmit={(event) => void submit(event)} noValidate>
      <FormProblem problem={found.problem} />
      <CandidateChoice
        legend={t`Quién la funda`}
        candidates={candidates}
        value={candidate}
        onChange={setCandidate}
      />
      <CoalitionTexts
        name={name}
        purpose={purpose}
        onName={setName}
        onPurpose={setPurpose}
        errorOf={fieldError}
      />
      <FirstAgreements
        value={agreements}
        onChange={setAgreements}
        error={fieldError('agreements')}
      />
      <Visibility isListed={isListed} onChange={setListed} />
      <ShownNameChoice
        candidate={candidate}
        shown={shown}
        coalition={name}
        error={fieldError('shownName')}
      />
      <Banner icon="info">
        <Trans>
          Fundarla no te hace participar. Después invitas a la gente de {candidate.name}, también a
          ti, y a otros grupos y organizaciones.
        </Trans>
      </Banner>
      <Button kind="primary" type="submit" block isBusy={found.isBusy}>
        <Trans>Fundar la coalición</Trans>
      </Button>
    </form>
  );
}

interface FirstAgreementsProps {
  value: string;
  onChange: (agreements: string) => void;
  error: string | undefined;
}

/** The first version of the agreements. */
function FirstAgreements({ value, onChange, error }: FirstAgreementsProps) {
  const { t } = useLingui();
  return (
    <TextArea
      label={t`Acuerdos`}
      hint={t`Cómo se cuidan entre ustedes. Cada persona los lee y acepta antes de participar.`}
      isOptional
      name="agreements"
      rows={5}
      maxLength={4_000}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
    />
  );
}

interface VisibilityProps {
  isListed: boolean;
  onChange: (isListed: boolean) => void;
}

function Visibility({ isListed, onChange }: VisibilityProps) {
  const { t } = useLingui();
  return (
    <ChoiceGroup legend={t`Quién la ve`}>
      <Choice
        name="isListed"
        checked={!isListed}
        onChange={() => onChange(false)}
        note={t`Solo la ven la gente de los grupos y organizaciones que la forman y quienes reciben una invitación.`}
      >
        <Trans>Oculta</Trans>
      </Choice>
      <Choice
        name="isListed"
        checked={isListed}
        onChange={() => onChange(true)}
        note={t`Cualquier miembro de Trama ve su nombre, su propósito, sus acuerdos y qué grupos y organizaciones la forman. Nunca a las personas.`}
      >
        <Trans>Visible en la lista</Trans>
      </Choice>
    </ChoiceGroup>
  );
}
