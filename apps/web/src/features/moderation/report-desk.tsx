import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { problemOf, sentence } from '../../lib/errors';
import { useAct } from '../../lib/use-act';
import { useNews } from '../../lib/use-news';
import { Badge } from '../../ui/badge';
import { Banner, Problem } from '../../ui/banner';
import { Button, ButtonLink } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { RelativeTime } from '../../ui/relative-time';
import { Skeleton } from '../../ui/skeleton';
import { CLAIM, DESK_REPORT, type DeskReport, OPEN, type ReportFile } from './desk.graphql';
import { ReportActs } from './report-acts';
import { ReportFileView } from './report-file';
import { wordsOf } from './report-reasons';
import { useSubjectWords } from './subject-words';

interface ReportDeskProps {
  id: string;
  /** It left the desk; `text` says how. */
  onDone: (text: string) => void;
}

/** One report at the desk: taken by one person, opened on the record, and ended with one act. */
export function ReportDesk({ id, onDone }: ReportDeskProps) {
  const [{ data, error }, execute] = useQuery({
    query: DESK_REPORT,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['report'], again, [id]);
  const problem = problemOf(error);
  if (problem?.code === 'NOT_FOUND') return <Gone />;
  if (!data) return problem ? <Banner look="danger">{sentence(problem)}</Banner> : <Skeleton />;
  const report = data.deskReport;
  return (
    <div className="stack stack--5">
      <Heading report={report} />
      {report.isTaken ? (
        <Banner icon="eye">
          <Trans>Otra persona de moderación lo lleva. Si lo devuelve, vuelve a la cola.</Trans>
        </Banner>
      ) : (
        <Opened report={report} onDone={onDone} onClaimed={again} />
      )}
    </div>
  );
}

function Heading({ report: { subjectName, reason, createdAt } }: { report: DeskReport }) {
  const { i18n } = useLingui();
  const subjects = useSubjectWords();
  return (
    <div className="stack stack--2">
      <h1>
        <Trans>Aviso · {subjects[subjectName]}</Trans>
      </h1>
      <span className="inline wrap">
        <Badge look="warn" icon="flag">
          {i18n._(wordsOf(reason))}
        </Badge>
        <span className="xs muted">
          <RelativeTime at={createdAt} />
        </span>
      </span>
    </div>
  );
}

interface OpenedProps {
  report: DeskReport;
  onDone: (text: string) => void;
  onClaimed: () => void;
}

function Opened({ report, onDone, onClaimed }: OpenedProps) {
  const claim = useAct(CLAIM);
  const open = useAct(OPEN);
  const [file, setFile] = useState<ReportFile>();
  const { id, isMine } = report;
  const act = async () => {
    if (!isMine && !(await claim.run({ id }))) return;
    const opened = await open.run({ id });
    if (opened) setFile(opened.openReport);
    if (!isMine) onClaimed();
  };
  if (file && isMine) {
    return (
      <>
        <ReportFileView file={file} />
        <ReportActs report={report} onDone={onDone} />
      </>
    );
  }
  return (
    <div className="stack">
      <Problem text={claim.message ?? open.message} />
      <OnTheRecord />
      <Button
        kind="primary"
        block
        icon="eye"
        isBusy={claim.isBusy || open.isBusy}
        onClick={() => void act()}
      >
        {isMine ? <Trans>Abrir</Trans> : <Trans>Tomarlo y abrir</Trans>}
      </Button>
    </div>
  );
}

function OnTheRecord() {
  return (
    <p className="muted">
      <Trans>
        Al abrirlo verás lo que se reenvió. Queda anotado que lo abriste y por qué; no verás quién
        avisó.
      </Trans>
    </p>
  );
}

function Gone() {
  return (
    <EmptyState
      level="h1"
      title={<Trans>Este aviso ya no está en la Mesa</Trans>}
      actions={
        <ButtonLink kind="primary" to="/desk">
          <Trans>Ir a la Mesa</Trans>
        </ButtonLink>
      }
    >
      <Trans>Alguien lo cerró, o no es para tu cuenta.</Trans>
    </EmptyState>
  );
}
