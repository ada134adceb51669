import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Button } from '../../../ui/actions/button';
import { Check, Choice as Box, ChoiceGroup } from '../../../ui/forms/choice';
import { FieldError } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { Skeleton } from '../../../ui/display/skeleton';
import type { ApplicationFile } from '../desk/desk.graphql';
import { type DeskTexts, textInLanguage, useDeskTexts } from '../desk/desk-texts';
import {
  type ReviewChoice,
  type ReviewDraft,
  reviewDraftOf,
  hasReviewDraft,
  storeReviewDraft,
} from '../desk/review-drafts';
import { ReviewReasonFields } from './review-reason-fields';
import { useReviewShortcuts } from '../desk/use-desk-shortcuts';
import { useReview } from './use-review';

interface ReviewFormProps {
  file: ApplicationFile;
  onWritten: (text: string) => void;
}

/** The viewer's review: checklist, recommendation and reason. */
export function ReviewForm(props: ReviewFormProps) {
  const { words, again } = useDeskTexts();
  if (!words) return <Skeleton rows={4} kind="text" />;
  return <Form {...props} words={words} onListChanged={again} />;
}

interface FormProps extends ReviewFormProps {
  words: DeskTexts;
  onListChanged: () => void;
}

function Form({ file, words, onWritten, onListChanged }: FormProps) {
  const { checklist } = words;
  const { draft, setDraft, toggle, choose } = useDraft(file, checklist);
  const review = useReview(file, draft, onWritten);
  useListAgain(review.isListOld, onListChanged);
  useReviewShortcuts({
    onCheck: (at) => checklist[at] && toggle(checklist[at].key),
    onChoose: choose,
    onSend: () => void review.send(),
  });
  return (
    <div className="stack" data-review>
      <Checks {...{ checklist, draft }} onToggle={toggle} error={review.errorOf('checks')} />
      <Recommending
        draft={draft}
        onChoose={choose}
        error={review.errorOf('choice')}
        canAsk={file.stage !== 'asked'}
      />
      <ReviewReasonFields
        file={file}
        words={words}
        draft={draft}
        onChange={setDraft}
        errorOf={review.errorOf}
      />
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

/** Reloads the checklist after a review was rejected because the checklist had changed. */
function useListAgain(isListOld: boolean, again: () => void) {
  useEffect(() => {
    if (isListOld) again();
  }, [isListOld, again]);
}

interface SendButtonProps {
  choice: ReviewChoice | undefined;
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

/** The draft of this page, or else the viewer's saved review. */
function useDraft({ id, ownReview }: ApplicationFile, checklist: DeskTexts['checklist']) {
  const [written, setDraft] = useState<ReviewDraft>(() => {
    if (!ownReview || hasReviewDraft(id)) return reviewDraftOf(id);
    const { recommendation, checks, reason, reasonClass } = ownReview.review;
    return {
      ...{ choice: recommendation, checks, reason, question: '' },
      reasonClass: reasonClass ?? undefined,
    };
  });
  // Drops items that are no longer on the checklist.
  const keys = checklist.map((one) => one.key);
  const draft = { ...written, checks: written.checks.filter((key) => keys.includes(key)) };
  const change = (next: ReviewDraft) => {
    setDraft(next);
    storeReviewDraft(id, next);
  };
  const toggle = (check: string) => {
    const { checks } = draft;
    const others = checks.filter((one) => one !== check);
    change({ ...draft, checks: others.length < checks.length ? others : [...checks, check] });
  };
  const choose = (choice: ReviewChoice) => change({ ...draft, choice });
  return { draft, setDraft: change, toggle, choose };
}

interface ChecksProps {
  checklist: DeskTexts['checklist'];
  draft: ReviewDraft;
  onToggle: (check: string) => void;
  error: string | undefined;
}

function Checks({ checklist, draft, onToggle, error }: ChecksProps) {
  return (
    <fieldset className={error ? 'field field--error' : 'field'} aria-describedby="checks-error">
      <legend className="h3">
        <Trans>Antes de opinar</Trans>
      </legend>
      <FieldError id="checks-error" error={error} />
      {checklist.map(({ key, labels }) => (
        <Check key={key} checked={draft.checks.includes(key)} onChange={() => onToggle(key)}>
          {textInLanguage(labels)}
        </Check>
      ))}
    </fieldset>
  );
}

interface RecommendingProps {
  draft: ReviewDraft;
  onChoose: (choice: ReviewChoice) => void;
  error: string | undefined;
  canAsk: boolean;
}

function Recommending({ draft, onChoose, error, canAsk }: RecommendingProps) {
  const box = (choice: ReviewChoice, key: string) => ({
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
