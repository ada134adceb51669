import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ReviewCheck } from '../../gql/types';
import { Button } from '../../ui/button';
import { Check, Choice as Box, ChoiceGroup } from '../../ui/choice';
import { FieldError, TextArea } from '../../ui/field';
import { FormProblem } from '../../ui/form-problem';
import type { ApplicationFile } from './desk.graphql';
import { type Choice, type Draft, draftOf, hasDraft, keepDraft } from './drafts';
import { ReasonSelect } from './reason-select';
import { useDeskKeys } from './use-desk-keys';
import { useReview } from './use-review';
import { CHECKS } from './words';

interface ReviewFormProps {
  file: ApplicationFile;
  onWritten: (text: string) => void;
}

/** One's own recommendation: four checks, what one recommends, and why. */
export function ReviewForm({ file, onWritten }: ReviewFormProps) {
  const [draft, setDraft] = useDraft(file);
  const review = useReview(file, draft, onWritten);
  const toggle = (check: ReviewCheck) => {
    const { checks } = draft;
    const others = checks.filter((one) => one !== check);
    setDraft({ ...draft, checks: others.length < checks.length ? others : [...checks, check] });
  };
  const choose = (choice: Choice) => setDraft({ ...draft, choice });
  useDeskKeys({
    onCheck: (at) => CHECKS[at] && toggle(CHECKS[at][0]),
    onChoose: choose,
    onSend: () => void review.send(),
  });
  return (
    <div className="stack" data-review>
      <Checks draft={draft} onToggle={toggle} error={review.errorOf('checks')} />
      <Recommending
        draft={draft}
        onChoose={choose}
        error={review.errorOf('choice')}
        canAsk={file.stage !== 'asked'}
      />
      <Why draft={draft} onChange={setDraft} errorOf={review.errorOf} />
      <FormProblem problem={review.problem} />
      <SendButton
        choice={draft.choice}
        isChanging={file.ownReview !== null}
        isBusy={review.isBusy}
        onSend={() => void review.send()}
      />
    </div>
  );
}

interface SendButtonProps {
  choice: Choice | undefined;
  isChanging: boolean;
  isBusy: boolean;
  onSend: () => void;
}

function SendButton({ choice, isChanging, isBusy, onSend }: SendButtonProps) {
  return (
    <div className="rev__go">
      <Button
        kind="primary"
        block
        isBusy={isBusy}
        aria-keyshortcuts="Control+Enter"
        onClick={onSend}
      >
        {choice === 'ask' ? (
          <Trans>Enviar la pregunta</Trans>
        ) : isChanging ? (
          <Trans>Confirmar mi recomendación</Trans>
        ) : (
          <Trans>Enviar mi recomendación</Trans>
        )}
      </Button>
    </div>
  );
}

/** What was written before the person looked elsewhere; else their own review as it stands. */
function useDraft({ id, ownReview }: ApplicationFile) {
  const [draft, setDraft] = useState<Draft>(() => {
    if (!ownReview || hasDraft(id)) return draftOf(id);
    const { recommendation, checks, reason, reasonClass } = ownReview.review;
    return {
      choice: recommendation,
      checks,
      reason,
      reasonClass: reasonClass ?? undefined,
      question: '',
    };
  });
  const change = (next: Draft) => {
    setDraft(next);
    keepDraft(id, next);
  };
  return [draft, change] as const;
}

interface ChecksProps {
  draft: Draft;
  onToggle: (check: ReviewCheck) => void;
  error: string | undefined;
}

function Checks({ draft, onToggle, error }: ChecksProps) {
  const { i18n } = useLingui();
  return (
    <fieldset className={error ? 'field field--error' : 'field'} aria-describedby="checks-error">
      <legend className="h3">
        <Trans>Antes de opinar</Trans>
      </legend>
      <FieldError id="checks-error" error={error} />
      {CHECKS.map(([check, label]) => (
        <Check key={check} checked={draft.checks.includes(check)} onChange={() => onToggle(check)}>
          {i18n._(label)}
        </Check>
      ))}
    </fieldset>
  );
}

interface RecommendingProps {
  draft: Draft;
  onChoose: (choice: Choice) => void;
  error: string | undefined;
  canAsk: boolean;
}

function Recommending({ draft, onChoose, error, canAsk }: RecommendingProps) {
  const box = (choice: Choice, key: string) => ({
    name: 'recommendation',
    checked: draft.choice === choice,
    onChange: () => onChoose(choice),
    end: <span className="kbd only-d">{key}</span>,
  });
  return (
    <ChoiceGroup id="choice" legend={<Trans>Recomiendo</Trans>} error={error}>
      <Box {...box('accept', 'A')}>
        <Trans>Aceptar</Trans>
      </Box>
      {canAsk && (
        <Box {...box('ask', 'M')}>
          <Trans>Preguntar algo más</Trans>
        </Box>
      )}
      <Box {...box('decline', 'D')}>
        <Trans>No aceptar</Trans>
      </Box>
    </ChoiceGroup>
  );
}

interface WhyProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  errorOf: (field: string) => string | undefined;
}

function Why({ draft, onChange, errorOf }: WhyProps) {
  const { t } = useLingui();
  if (draft.choice === 'ask') {
    return (
      <TextArea
        id="why"
        label={t`Tu pregunta`}
        hint={t`La lee quien postuló. La postulación sigue abierta y espera su respuesta.`}
        rows={4}
        value={draft.question}
        onChange={({ target }) => onChange({ ...draft, question: target.value })}
        error={errorOf('question')}
      />
    );
  }
  return (
    <>
      {draft.choice === 'decline' && (
        <ReasonSelect
          value={draft.reasonClass}
          onChange={(reasonClass) => onChange({ ...draft, reasonClass })}
          error={errorOf('reasonClass')}
        />
      )}
      <TextArea
        id="why"
        label={t`Por qué`}
        hint={t`Lo lee quien decide contigo, no quien postuló.`}
        rows={3}
        value={draft.reason}
        onChange={({ target }) => onChange({ ...draft, reason: target.value })}
        error={errorOf('reason')}
      />
    </>
  );
}
