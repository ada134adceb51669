import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { AppealOutcome, NoticeKind, ReportReason } from '../../../gql/types';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextArea } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { DECIDE_APPEAL } from '../acts/moderation-acts.graphql';
import { useActDraft } from '../acts/use-act-draft';

interface HearFormProps {
  matterId: string;
  /** Name of the appellant, as in the reports. */
  name: string | undefined;
  appealId: string;
  kind: NoticeKind;
  reason: ReportReason;
  onActed: (text: string) => void;
}

/** Decides an appeal and notifies the appellant. Only for a moderator who did not take the first decision. */
export function DecideAppealForm(props: HearFormProps) {
  const { matterId, name, appealId, kind, reason, onActed } = props;
  const { t } = useLingui();
  const hear = useMutationState(DECIDE_APPEAL);
  const [outcome, setOutcome] = useState<AppealOutcome>();
  const [isTried, setTried] = useState(false);
  const draft = useActDraft(matterId, outcome ?? 'upheld', outcome && reason);
  const act = async () => {
    setTried(true);
    if (!outcome) return;
    const { words } = draft;
    if (await hear.run({ input: { appealId, outcome, words } }))
      onActed(name ? t`Respondiste la apelación de ${name}` : t`Apelación respondida`);
  };
  return (
    <div className="stack stack--3">
      <FormProblem problem={hear.problem} />
      <Outcome
        kind={kind}
        outcome={outcome}
        error={isTried && !outcome ? t`Elige una opción.` : undefined}
        onChange={setOutcome}
      />
      <TextArea
        label={t`Lo que le decimos`}
        rows={5}
        maxLength={2000}
        value={draft.words}
        onChange={({ target }) => draft.setWords(target.value)}
        error={hear.fieldMessage('words')}
      />
      <Button kind="primary" block isBusy={hear.isBusy} onClick={() => void act()}>
        <Trans>Responder la apelación</Trans>
      </Button>
    </div>
  );
}

interface OutcomeProps {
  kind: NoticeKind;
  outcome: AppealOutcome | undefined;
  error: string | undefined;
  onChange: (outcome: AppealOutcome) => void;
}

function Outcome({ kind, outcome, error, onChange }: OutcomeProps) {
  return (
    <ChoiceGroup id="outcome" legend={<Trans>Qué resulta</Trans>} error={error}>
      <Choice name="outcome" checked={outcome === 'upheld'} onChange={() => onChange('upheld')}>
        <Trans>La medida se mantiene</Trans>
      </Choice>
      <Choice
        name="outcome"
        checked={outcome === 'lifted'}
        onChange={() => onChange('lifted')}
        note={kind === 'contentRemoved' && <Trans>Lo que se quitó no vuelve.</Trans>}
      >
        <Trans>La medida se quita</Trans>
      </Choice>
    </ChoiceGroup>
  );
}
