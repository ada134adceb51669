import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { minutesUntil, useNow } from '../../../lib/page/use-now';
import { Button } from '../../../ui/actions/button';
import { Badge } from '../../../ui/display/badge';
import { Banner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { BookCaseCall } from '../calls/book-case-call';
import { CaseCall } from '../calls/case-call';
import { PastCalls } from '../calls/past-calls';
import { isCallSoon } from '../calls/soon';
import { useCall } from '../calls/use-call';
import { ClaimTime, ContentList, UrgentBadge } from '../content-list';
import { CaseHelpers, type HelperDialogs } from '../helpers/case-helpers';
import { CaseLinks } from '../links/case-links';
import { Openings } from '../openings';
import { PausedCase } from '../pauses/paused-banner';
import { QuestionCard, QuestionList } from '../questions/question-list';
import { SilenceNotice } from '../silence-notice';
import { CaseStages } from '../stages/case-stages';
import { KIND_LABELS } from '../support-labels';
import { CaseTasks } from '../tasks/case-tasks';
import { CaseTeam } from '../team/case-team';
import { CaseThreadRows } from '../threads/thread-rows';
import { AnswerForm } from './answer-forms';
import type { CaseFile } from './cases.graphql';
import { EndCase } from './end-case';

interface CaseFileViewProps {
  file: CaseFile;
  dialogs: HelperDialogs;
  onAnswered: () => void;
  /** Renews the claim; undefined if it can take no longer. */
  onRenew: (() => void) | undefined;
}

/** The content of a request or case, and what its supporter can do. On a wide screen the people stand beside the work. */
export function CaseFileView(props: CaseFileViewProps) {
  const { i18n } = useLingui();
  const { file } = props;
  const { number, kind, isUrgent } = file;
  return (
    <>
      <div className="stack stack--2">
        <span className="eyebrow num">{number}</span>
        <h1>{i18n._(KIND_LABELS[kind])}</h1>
        <span className="wrap">
          {isUrgent && <UrgentBadge />}
          <ClaimOrCase file={file} />
        </span>
        <CaseStages file={file} />
      </div>
      <div className="stack stack--5">
        <CaseWork {...props} />
      </div>
      <div className="stack stack--5">
        <CasePeople {...props} />
      </div>
    </>
  );
}

/** A call that is soon, the threads and tasks, a later call, the request and its answer. */
function CaseWork({ file, onAnswered, onRenew }: CaseFileViewProps) {
  const { id, content, languages, reply, viewerCan } = file;
  const canReadCall = viewerCan.includes('readCall');
  const { booked, isLoading, error, again } = useCall(id, !canReadCall);
  const canBook = viewerCan.includes('arrangeCall') && !booked && !isLoading && !error;
  // The call stays where it was when the page opened, so that nothing typed in it is lost.
  const [openedAt] = useState(Date.now);
  const isSoon = booked && isCallSoon(booked, openedAt);
  const call = canReadCall && <CaseCall id={id} onAnswered={onAnswered} />;
  return (
    <>
      {file.waitsForRequesterUntil && <WaitingForRequester until={file.waitsForRequesterUntil} />}
      {file.claimEndsAt && !file.waitsForRequesterUntil && (
        <ClaimEnding endsAt={file.claimEndsAt} onRenew={onRenew} />
      )}
      {file.silenceEndsAt && (
        <SilenceNotice id={id} endsAt={file.silenceEndsAt} onKept={onAnswered} />
      )}
      {file.pausedUntil && <PausedCase until={file.pausedUntil} />}
      {isSoon && call}
      <CaseThreadRows requestId={id} />
      {viewerCan.includes('manageTasks') && <CaseTasks requestId={id} />}
      {!isSoon && call}
      {canReadCall && <PastCalls requestId={id} side="supporter" />}
      {viewerCan.includes('readLinks') && (
        <CaseLinks requestId={id} canManage={viewerCan.includes('manageLinks')} />
      )}
      <Card className="stack--3">
        <h2>
          <Trans>El pedido</Trans>
        </h2>
        <ContentList content={content} languages={languages} reader="case" />
      </Card>
      <QuestionCard
        title={<Trans>Preguntas a quien pidió apoyo</Trans>}
        questions={file.questions}
      />
      <Duplicates duplicates={file.duplicates} />
      {reply && viewerCan.includes('close') && (
        <Card className="stack--2">
          <h2>
            <Trans>Lo que respondiste</Trans>
          </h2>
          <p className="said">{reply}</p>
        </Card>
      )}
      {viewerCan.includes('accept') && <AnswerForm file={file} onAnswered={onAnswered} />}
      {canBook && (
        <BookCaseCall requestId={id} isAccepted={file.stage === 'accepted'} onBooked={again} />
      )}
    </>
  );
}

/** The team and the helpers, who opened the case, and the ways to close it or give it back. */
function CasePeople({ file, dialogs }: CaseFileViewProps) {
  const { viewerCan } = file;
  return (
    <>
      <CaseTeam requestId={file.id} viewerCan={viewerCan} />
      {viewerCan.includes('readHelpers') && (
        <CaseHelpers requestId={file.id} isLead={viewerCan.includes('leadHelpers')} {...dialogs} />
      )}
      {viewerCan.includes('readOpenings') && <Openings id={file.id} />}
      <EndCase file={file} />
    </>
  );
}

/** The requests of the same person that were linked to this one. */
function Duplicates({ duplicates }: Pick<CaseFile, 'duplicates'>) {
  const { i18n } = useLingui();
  return duplicates.map(({ id, number, kind, isUrgent, createdAt, content, ...more }) => {
    const { languages, questions } = more;
    const day = i18n.date(createdAt, { dateStyle: 'long' });
    return (
      <Card key={id} className="stack--3">
        <h2>
          <Trans>De su otro pedido, el {number}</Trans>
        </h2>
        <span className="wrap">
          {isUrgent && <UrgentBadge />}
          <Badge>{i18n._(KIND_LABELS[kind])}</Badge>
        </span>
        <p className="xs muted">
          <Trans>Lo hizo el {day} y se unió a este por tratar de lo mismo.</Trans>
        </p>
        <ContentList content={content} languages={languages} reader="case" />
        <QuestionList questions={questions} />
      </Card>
    );
  });
}

/** The supporter has nothing to do until the requester answers, and may answer the request without it. */
function WaitingForRequester({ until }: { until: string }) {
  const { i18n } = useLingui();
  const when = i18n.date(until, { dateStyle: 'full', timeStyle: 'short' });
  return (
    <Banner
      look="info"
      icon="clock"
      title={<Trans>Esperando a quien pidió apoyo, hasta el {when}</Trans>}
    >
      <Trans>
        El plazo se detiene mientras tanto. Te avisamos cuando conteste. Si no contesta, el pedido
        vuelve a la cola con lo que preguntaste. También puedes contestarlo ya.
      </Trans>
    </Banner>
  );
}

/** The last minutes of a claim in which the viewer is warned; earlier if the claim cannot be renewed. */
const WARNING_MINUTES = 5;

function ClaimEnding({ endsAt, onRenew }: { endsAt: string } & Pick<CaseFileViewProps, 'onRenew'>) {
  const minutes = Math.max(0, minutesUntil(endsAt, useNow()));
  if (!onRenew) {
    return (
      <Banner look="warn" icon="clock" role="status">
        <Trans>
          Te quedan {minutes} min para contestar: ya no se puede alargar. Después el pedido vuelve a
          la cola. Lo que escribiste sigue en esta página hasta que la cierres.
        </Trans>
      </Banner>
    );
  }
  if (minutes > WARNING_MINUTES) return null;
  return (
    <Banner look="warn" icon="clock" role="status">
      <Trans>
        Te quedan {minutes} min. Después el pedido vuelve a la cola. Lo que escribiste sigue en esta
        página hasta que la cierres.
      </Trans>{' '}
      <Button small onClick={onRenew}>
        <Trans>Seguir con el pedido</Trans>
      </Button>
    </Banner>
  );
}

function ClaimOrCase({ file }: { file: CaseFile }) {
  const { claimEndsAt, waitsForRequesterUntil, dueAt, reopenedAt } = file;
  const { i18n } = useLingui();
  const now = useNow();
  if (!claimEndsAt) {
    const day = reopenedAt && i18n.date(reopenedAt, { dateStyle: 'long' });
    if (!day) return null;
    return (
      <Badge look="clay" icon="back">
        <Trans>Reabierto el {day}</Trans>
      </Badge>
    );
  }
  if (waitsForRequesterUntil) {
    return (
      <Badge icon="clock">
        <Trans>Plazo detenido</Trans>
      </Badge>
    );
  }
  const when = i18n.date(dueAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <Badge look="mine" icon="eye">
        <ClaimTime endsAt={claimEndsAt} />
      </Badge>
      <Badge {...(Date.parse(dueAt) < now && { look: 'warn' })} icon="clock">
        <Trans>Respuesta hasta el {when}</Trans>
      </Badge>
    </>
  );
}
