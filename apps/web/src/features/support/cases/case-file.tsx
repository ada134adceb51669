import { Trans, useLingui } from '@lingui/react/macro';
import { minutesUntil, useNow } from '../../../lib/page/use-now';
import { Badge } from '../../../ui/display/badge';
import { Card } from '../../../ui/display/card';
import { ContentList, UrgentBadge } from '../content-list';
import { KIND_LABELS } from '../support-labels';
import { AnswerForm, CloseForm, ReleaseButton } from './answer-forms';
import type { CaseFile } from './cases.graphql';

interface CaseFileViewProps {
  file: CaseFile;
  onAnswered: () => void;
}

/** The content of a request or case, and what its supporter can do. */
export function CaseFileView({ file, onAnswered }: CaseFileViewProps) {
  const { i18n } = useLingui();
  const { number, kind, isUrgent, content, languages, reply, viewerCan } = file;
  return (
    <>
      <div className="stack stack--2">
        <span className="eyebrow num">{number}</span>
        <h1>{i18n._(KIND_LABELS[kind])}</h1>
        <span className="wrap">
          {isUrgent && <UrgentBadge />}
          <ClaimOrCase file={file} />
        </span>
      </div>
      <Card className="stack--3">
        <h2>
          <Trans>El pedido</Trans>
        </h2>
        <ContentList content={content} languages={languages} />
      </Card>
      {reply && (
        <Card className="stack--2">
          <h2>
            <Trans>Lo que respondiste</Trans>
          </h2>
          <p className="said">{reply}</p>
        </Card>
      )}
      {viewerCan.includes('accept') && <AnswerForm file={file} onAnswered={onAnswered} />}
      {viewerCan.includes('close') && <CloseForm file={file} />}
      {viewerCan.includes('release') && <ReleaseButton file={file} />}
    </>
  );
}

function ClaimOrCase({ file: { claimEndsAt, dueAt } }: { file: CaseFile }) {
  const { i18n } = useLingui();
  const now = useNow();
  if (!claimEndsAt) {
    return (
      <Badge look="ok">
        <Trans>En marcha</Trans>
      </Badge>
    );
  }
  const minutes = minutesUntil(claimEndsAt, now);
  const when = i18n.date(dueAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <Badge look="mine" icon="eye">
        <Trans>Lo tienes tú · {minutes} min</Trans>
      </Badge>
      <Badge {...(Date.parse(dueAt) < now && { look: 'warn' })} icon="clock">
        <Trans>Respuesta hasta el {when}</Trans>
      </Badge>
    </>
  );
}
