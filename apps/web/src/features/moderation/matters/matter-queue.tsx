import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { SHORT_REPORT_REASON_LABELS } from '../../../lib/text/moderation-names';
import { Badge } from '../../../ui/display/badge';
import { type QueueEntry, type QueuePart, QueueRow } from '../../../ui/people/queue-row';
import { type DeskMatter, MATTER_QUEUE_QUERY } from './matters.graphql';
import { useSubjectLabels } from '../reports/subject-labels';

/** Queue of open matters, updated live. `isOn`: whether the viewer has the duty to moderate. */
export function useMatterQueue(isOn: boolean): QueuePart {
  const [{ data, error }, execute] = useQuery({
    query: MATTER_QUEUE_QUERY,
    requestPolicy: 'cache-and-network',
    pause: !isOn,
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['matter'], () => isOn && again());
  return {
    entries: data?.matterQueue.map(entryOf),
    problem: data ? undefined : requestProblemOf(error),
    again,
  };
}

const entryOf = (matter: DeskMatter): QueueEntry => ({
  id: matter.id,
  kind: matter.stage === 'appealed' ? 'appeal' : 'matter',
  since: matter.createdAt,
  row: (isCurrent) => <MatterRow matter={matter} isCurrent={isCurrent} />,
});

function MatterRow({ matter, isCurrent }: { matter: DeskMatter; isCurrent: boolean }) {
  const subjects = useSubjectLabels();
  const { id, subjectNames, createdAt } = matter;
  const { t } = useLingui();
  const names = subjectNames.map((name) => subjects[name]);
  const about = (matter.concernCount > 0 ? [...names, t`aval retirado`] : names).join(', ');
  return (
    <QueueRow
      to={`/desk/matters/${id}`}
      title={<Trans>Asunto · {about}</Trans>}
      since={createdAt}
      isCurrent={isCurrent}
    >
      <MatterBadges matter={matter} />
    </QueueRow>
  );
}

/** Badges of a matter: reasons, number of reports, stage and assignment. */
export function MatterBadges({ matter }: { matter: DeskMatter }) {
  const { i18n } = useLingui();
  const { reasons, reportCount, stage, isMine, isTaken } = matter;
  return (
    <>
      {reasons.map((reason) => (
        <Badge key={reason} look="warn" icon="flag">
          {i18n._(SHORT_REPORT_REASON_LABELS[reason])}
        </Badge>
      ))}
      {reportCount > 1 && (
        <Badge>
          <Plural value={reportCount} one="# reporte" other="# reportes" />
        </Badge>
      )}
      <StageBadge stage={stage} />
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
    </>
  );
}

function StageBadge({ stage }: Pick<DeskMatter, 'stage'>) {
  if (stage === 'appealed') {
    return (
      <Badge look="clay">
        <Trans>Apelación</Trans>
      </Badge>
    );
  }
  if (stage === 'waiting') {
    return (
      <Badge look="warn">
        <Trans>Espera respuesta</Trans>
      </Badge>
    );
  }
  return null;
}
