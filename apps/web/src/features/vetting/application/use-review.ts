import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { fieldProblemText, type RequestProblem } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import {
  ASK_APPLICANT,
  type ApplicationFile,
  CHANGE_REVIEW,
  WRITE_REVIEW,
} from '../desk/desk.graphql';
import { type ReviewDraft, deleteReviewDraft } from '../desk/review-drafts';
import './error-texts';

interface Sending {
  send: () => Promise<void>;
  isBusy: boolean;
  problem: RequestProblem | undefined;
  /** Whether the server rejected the review because the checklist has changed. */
  isListOld: boolean;
  errorOf: (field: string) => string | undefined;
}

/** Submits a draft: a new review, a changed review, or a question to the applicant. */
export function useReview(
  file: ApplicationFile,
  draft: ReviewDraft,
  onWritten: (text: string) => void,
): Sending {
  const { t } = useLingui();
  const write = useMutationState(WRITE_REVIEW);
  const change = useMutationState(CHANGE_REVIEW);
  const ask = useMutationState(ASK_APPLICANT);
  const [isUnchosen, setUnchosen] = useState(false);
  const act = draft.choice === 'ask' ? ask : file.ownReview ? change : write;
  const send = async () => {
    setUnchosen(draft.choice === undefined);
    const text = await sent();
    if (text === undefined) return;
    deleteReviewDraft(file.id);
    onWritten(text);
  };
  const sent = async (): Promise<string | undefined> => {
    const { choice, question, checks, reason, reasonClass } = draft;
    const { id: applicationId, readAs } = file;
    if (choice === undefined) return undefined;
    if (choice === 'ask') {
      return (await ask.run({ input: { applicationId, question } })) && t`Pregunta enviada`;
    }
    const said = { checks: [...checks], reason, reasonClass: reasonClass ?? null };
    const input = { applicationId, readAs, recommendation: choice, ...said };
    return (await (file.ownReview ? change : write).run({ input })) && t`Recomendación enviada`;
  };
  const errorOf = (field: string) => {
    if (field === 'choice') return isUnchosen ? fieldProblemText('missing') : undefined;
    return act.fieldMessage(field);
  };
  const isListOld = act.problem?.fields['checks'] === 'listChanged';
  return { send, isBusy: act.isBusy, problem: act.problem, isListOld, errorOf };
}
