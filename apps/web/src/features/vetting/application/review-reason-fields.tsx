import { useLingui } from '@lingui/react/macro';
import type { ApplicationFile } from '../desk/desk.graphql';
import { type DeskTexts, templatesFor } from '../desk/desk-texts';
import type { ReviewDraft } from '../desk/review-drafts';
import { ReasonSelect } from './reason-select';
import { ReviewText } from './review-text';

interface ReviewWhyProps {
  file: ApplicationFile;
  words: DeskTexts;
  draft: ReviewDraft;
  onChange: (draft: ReviewDraft) => void;
  errorOf: (field: string) => string | undefined;
}

/**
 * Text of a recommendation or question. Templates for colleagues are in the viewer's language, those for the applicant
 * in the applicant's.
 */
export function ReviewReasonFields({ file, words, draft, onChange, errorOf }: ReviewWhyProps) {
  const { t } = useLingui();
  const templates = templatesFor(words, draft.choice, draft.reasonClass);
  if (draft.choice === 'ask') {
    return (
      <ReviewText
        id="why"
        label={t`Tu pregunta`}
        hint={t`La lee quien postuló. La postulación sigue abierta y espera su respuesta.`}
        rows={4}
        value={draft.question}
        onChange={(question) => onChange({ ...draft, question })}
        templates={templates}
        language={file.answers.language}
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
      <ReviewText
        id="why"
        label={t`Por qué`}
        hint={t`Lo lee quien decide contigo, no quien postuló.`}
        rows={3}
        value={draft.reason}
        onChange={(reason) => onChange({ ...draft, reason })}
        templates={draft.choice === 'accept' ? templates : []}
        error={errorOf('reason')}
      />
    </>
  );
}
