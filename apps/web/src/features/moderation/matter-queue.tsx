import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../lib/use-news';
import { Badge } from '../../ui/badge';
import { QueueRow } from '../../ui/queue-row';
import { Ago } from '../../ui/relative-time';
import { type DeskMatter, MATTER_QUEUE } from './matters.graphql';
import { deskWordsOf } from './report-reasons';
import { useSubjectWords } from './subject-words';

/** For the desk: the matters that wait, oldest first. Nothing when none does. */
export function MatterQueue({ currentId }: { currentId?: string }) {
  const [{ data }, execute] = useQuery({
    query: MATTER_QUEUE,
    requestPolicy: 'cache-and-network',
  });
  useNews(['matter'], () => execute({ requestPolicy: 'network-only' }));
  return data?.matterQueue.map((matter) => (
    <MatterRow key={matter.id} matter={matter} isCurrent={matter.id === currentId} />
  ));
}

function MatterRow({ matter, isCurrent }: { matter: DeskMatter; isCurrent: boolean }) {
  const subjects = useSubjectWords();
  const { id, subjectNames, createdAt } = matter;
  const about = subjectNames.map((name) => subjects[name]).join(', ');
  return (
    <QueueRow
      to={`/desk/matters/${id}`}
      title={<Trans>Asunto · {about}</Trans>}
      age={<Ago at={createdAt} />}
      isCurrent={isCurrent}
    >
      <MatterBadges matter={matter} />
    </QueueRow>
  );
}

/** What it is about, and who is on it. */
export function MatterBadges({ matter }: { matter: DeskMatter }) {
  const { i18n } = useLingui();
  const { reasons, reportCount, stage, isMine, isTaken } = matter;
  return (
    <>
      {reasons.map((reason) => (
        <Badge key={reason} look="warn" icon="flag">
          {i18n._(deskWordsOf(reason))}
        </Badge>
      ))}
      {reportCount > 1 && (
        <Badge>
          <Plural value={reportCount} one="# aviso" other="# avisos" />
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
