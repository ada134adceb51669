import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { Badge } from '../../../ui/display/badge';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { RelativeTimeText } from '../../../ui/display/relative-time';
import { Skeleton } from '../../../ui/display/skeleton';
import { EmptyState } from '../../../ui/page/empty-state';
import { LoadFailed } from '../../../ui/page/load-failed';
import { REPORT_REASONS } from './report-reasons';
import { MY_REPORTS_QUERY } from './reports.graphql';
import { useSubjectLabels } from './subject-labels';

const REASON = new Map(REPORT_REASONS);

/** The viewer's reports with their stage, newest first. It never shows the decision. */
export function ReportList() {
  const { t, i18n } = useLingui();
  const subjects = useSubjectLabels();
  const [{ data, error }, execute] = useQuery({
    query: MY_REPORTS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const problem = requestProblemOf(error);
  if (!data) {
    const again = () => execute({ requestPolicy: 'network-only' });
    return problem ? <LoadFailed problem={problem} onRetry={again} /> : <Skeleton kind="row" />;
  }
  if (data.myReports.length === 0) return <Nothing />;
  return (
    <Rows label={t`Lo que reportaste`}>
      {data.myReports.map(({ id, subjectName, reason, stage, createdAt }) => (
        <Row
          key={id}
          start={<IconTile icon="flag" />}
          title={subjects[subjectName]}
          note={
            <>
              {i18n._(REASON.get(reason)!)} · <RelativeTimeText at={createdAt} />
            </>
          }
          end={<Stage isClosed={stage === 'closed'} />}
        />
      ))}
    </Rows>
  );
}

function Stage({ isClosed }: { isClosed: boolean }) {
  if (!isClosed) {
    return (
      <Badge look="clay">
        <Trans>En revisión</Trans>
      </Badge>
    );
  }
  return (
    <Badge>
      <Trans>Revisado</Trans>
    </Badge>
  );
}

function Nothing() {
  return (
    <EmptyState title={<Trans>No has reportado nada</Trans>}>
      <Trans>
        Puedes reportar cualquier mensaje, perfil o grupo. Quien lo escribió no sabrá que fuiste tú.
      </Trans>
    </EmptyState>
  );
}
