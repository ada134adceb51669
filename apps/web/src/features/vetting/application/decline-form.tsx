import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { FormProblem } from '../../../ui/forms/form-problem';
import { type ApplicationFile, DECIDE_APPLICATION } from '../desk/desk.graphql';
import { templatesFor, useDeskTexts } from '../desk/desk-texts';
import { ActionEffects } from '../../../ui/display/action-effects';
import { ReasonSelect } from './reason-select';
import { ReviewText } from './review-text';
import { UntickedItems } from './unticked-items';

interface DeclineProps {
  file: ApplicationFile;
  onDone: (text: string) => void;
}

/** Declines an application: reason class, and text for the applicant. */
export function DeclineForm({ file, onDone }: DeclineProps) {
  const { id, readAs, ownReview, answers } = file;
  const { name } = answers;
  const { words: deskWords } = useDeskTexts();
  const { t } = useLingui();
  const decide = useMutationState(DECIDE_APPLICATION);
  const [reasonClass, setReasonClass] = useState(ownReview?.review.reasonClass ?? undefined);
  const [words, setWords] = useState('');
  const act = async () => {
    const reason = { reasonClass: reasonClass ?? null, words };
    const input = { applicationId: id, outcome: 'decline' as const, ...reason, readAs };
    if (await decide.run({ input })) onDone(t`Decisión sobre ${name} enviada`);
  };
  return (
    <section className="stack stack--3">
      <h2 className="h3">
        <Trans>Dos personas recomiendan no aceptar a {name}</Trans>
      </h2>
      <FormProblem problem={decide.problem} />
      <ReasonSelect
        value={reasonClass}
        onChange={setReasonClass}
        error={decide.fieldMessage('reasonClass')}
      />
      <ReviewText
        label={t`Lo que le decimos`}
        hint={t`Lo lee quien postuló. Sin nombres, con respeto y con lo que podría cambiar.`}
        rows={5}
        value={words}
        onChange={setWords}
        templates={deskWords ? templatesFor(deskWords, 'decline', reasonClass) : []}
        language={file.answers.language}
        onTaken={(template) => setReasonClass(template.reasonClass ?? reasonClass)}
        error={decide.fieldMessage('words')}
      />
      <UntickedItems file={file} />
      <ActionEffects
        title={<Trans>Qué va a pasar</Trans>}
        effects={[
          ['mail', <Trans key="mail">{name} recibe la decisión con lo que escribas</Trans>],
          ['eyeOff', <Trans key="who">No sabrá quiénes decidieron</Trans>],
          ['people', <Trans key="appeal">Si apela, deciden otras dos personas</Trans>],
        ]}
      />
      <Button kind="danger" block isBusy={decide.isBusy} onClick={() => void act()}>
        <Trans>Decidir: no aceptar</Trans>
      </Button>
    </section>
  );
}
