import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { Banner } from '../../../ui/display/banner';
import type { VoiceQuestion } from '../voice/voice-requests';
import { askPath } from './ask-steps';

interface VoicesToRecordProps {
  questions: readonly VoiceQuestion[] | undefined;
  /** Whether the note leads to the questions. */
  hasLinks?: boolean;
}

/** Says that the voice notes of these questions are not in this request. */
export function VoicesToRecord({ questions = [], hasLinks }: VoicesToRecordProps) {
  const { t } = useLingui();
  if (questions.length === 0) return null;
  const names = { goal: t`Qué quieres lograr`, tried: t`Qué has probado` };
  return (
    <Banner look="warn" icon="mic" role="status">
      <Trans>
        Lo que grabaste es del otro pedido y no va en este. Si lo quieres aquí, grábalo otra vez.
      </Trans>
      {hasLinks &&
        questions.map((question) => (
          <Fragment key={question}>
            {' '}
            <Link to={askPath(question)}>{names[question]}</Link>
          </Fragment>
        ))}
    </Banner>
  );
}
