import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../lib/use-news';
import { Badge } from '../../ui/badge';
import { QueueRow } from '../../ui/queue-row';
import { Ago } from '../../ui/relative-time';
import { type DeskReport, REPORT_QUEUE } from './desk.graphql';
import { wordsOf } from './report-reasons';
import { useSubjectWords } from './subject-words';

/** For the desk: the reports that wait, oldest first. Nothing when none does. */
export function ReportQueue({ currentId }: { currentId?: string }) {
  const [{ data }, execute] = useQuery({
    query: REPORT_QUEUE,
    requestPolicy: 'cache-and-network',
  });
  useNews(['report'], () => execute({ requestPolicy: 'network-only' }));
  return data?.reportQueue.map((report) => (
    <ReportRow key={report.id} report={report} isCurrent={report.id === currentId} />
  ));
}

function ReportRow({ report, isCurrent }: { report: DeskReport; isCurrent: boolean }) {
  const { i18n } = useLingui();
  const subjects = useSubjectWords();
  const { id, subjectName, reason, createdAt, isTaken, isMine } = report;
  return (
    <QueueRow
      to={`/desk/reports/${id}`}
      title={<Trans>Aviso · {subjects[subjectName]}</Trans>}
      age={<Ago at={createdAt} />}
      isCurrent={isCurrent}
    >
      <Badge look="warn" icon="flag">
        {i18n._(wordsOf(reason))}
      </Badge>
      {isMine && (
        <Badge look="mine" icon="eye">
          <Trans>Lo llevas tú</Trans>
        </Badge>
      )}
      {isTaken && (
        <Badge icon="eye">
          <Trans>Alguien lo lleva</Trans>
        </Badge>
      )}
    </QueueRow>
  );
}
