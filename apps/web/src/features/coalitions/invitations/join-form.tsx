import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { RequestProblem } from '../../../lib/server/errors';
import { useAgreementsChanged } from '../../../lib/server/use-agreements-changed';
import { Button } from '../../../ui/actions/button';
import { FormProblem } from '../../../ui/forms/form-problem';
import { useBlankCheck } from '../../../ui/forms/use-blank-check';
import { CandidateChoice } from '../participants/candidate-choice';
import { type Candidate, useShownName } from '../participants/candidates';
import { ShownNameChoice } from '../participants/shown-name-choice';
import { AgreementsConsent, useConsent } from '../taking-part/agreements-consent';
import type { CoalitionPreview } from './invitations.graphql';
import '../error-texts';

export interface Acceptance {
  readonly candidate: Candidate;
  readonly shownName: string | null;
  readonly agreementsVersion: number;
}

interface JoinFormProps {
  coalition: CoalitionPreview;
  /** Groups and organisations that can enter; with one there is no choice. */
  candidates: readonly Candidate[];
  act: {
    readonly isBusy: boolean;
    readonly problem: RequestProblem | undefined;
    readonly fieldMessage: (field: string) => string | undefined;
  };
  onAccept: (acceptance: Acceptance) => void;
  /** Called when other agreements are current. */
  onOutdated: () => void;
  /** The button that declines. */
  decline: ReactNode;
}

/** Accepts for a group or an organisation: which one, how it is shown, and the consent to the agreements. */
export function JoinForm(props: JoinFormProps) {
  const { coalition, candidates, act, onAccept, onOutdated, decline } = props;
  const { t } = useLingui();
  const [candidate, setCandidate] = useState(candidates[0]!);
  const shown = useShownName(candidate);
  const { agreements } = coalition;
  const { version } = agreements;
  const consent = useConsent(agreements);
  const { form, isWhole, errorOf } = useBlankCheck();
  useAgreementsChanged(act.problem, onOutdated);
  const needsConsent = agreements.text !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { shownName } = shown;
    const isFilled = isWhole({
      ...(shownName !== null && { shownName }),
      ...(needsConsent && { consent: consent.isGiven ? ['given'] : [] }),
    });
    if (isFilled) onAccept({ candidate, shownName, agreementsVersion: version });
  };
  const choose = (other: Candidate) => {
    setCandidate(other);
    // The consent is given for one group or organisation.
    consent.change(false);
  };
  return (
    <form ref={form} className="stack stack--5" noValidate onSubmit={submit}>
      <FormProblem problem={act.problem} />
      {candidates.length > 1 && (
        <CandidateChoice
          legend={t`Quién entra`}
          candidates={candidates}
          value={candidate}
          onChange={choose}
        />
      )}
      <ShownNameChoice
        candidate={candidate}
        shown={shown}
        coalition={coalition.name}
        error={errorOf('shownName', act.fieldMessage('shownName'))}
      />
      <AfterEntering />
      {needsConsent && (
        <AgreementsConsent
          agreements={agreements}
          consent={consent}
          isMissing={errorOf('consent', undefined) !== undefined}
        >
          <ConsentLabel version={version} name={candidate.name} />
        </AgreementsConsent>
      )}
      <div className="reach btns">
        <Button kind="primary" type="submit" isBusy={act.isBusy}>
          <Trans>Aceptar</Trans>
        </Button>
        {decline}
      </div>
    </form>
  );
}

/** How the participant acts in the coalition from then on, and how it leaves. */
function AfterEntering() {
  return (
    <>
      <p className="xs muted">
        <Trans>
          Al entrar pueden elegir hasta cinco personas delegadas, que invitan a su gente a
          participar. Si no eligen a nadie, actúa quien sostiene el grupo o representa a la
          organización.
        </Trans>
      </p>
      <p className="xs muted">
        <Trans>
          Pueden salir cuando quieran, al instante. Quien entra no puede leer lo que se escribió
          antes.
        </Trans>
      </p>
    </>
  );
}

/** Names for whom the agreements are accepted. */
function ConsentLabel({ version, name }: { version: number; name: string }) {
  return (
    <Trans>
      Leí los acuerdos de la coalición, versión {version}, y los acepto por {name}. Cada persona los
      acepta además por sí misma.
    </Trans>
  );
}
