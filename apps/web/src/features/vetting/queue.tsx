import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { problemOf } from '../../lib/errors';
import { useNews } from '../../lib/use-news';
import { Badge } from '../../ui/badge';
import { EmptyState } from '../../ui/empty-state';
import { LoadFailed } from '../../ui/load-failed';
import { ClaimBadge, QueueRow } from '../../ui/queue-row';
import { Skeleton } from '../../ui/skeleton';
import { QUEUE, type QueueItem } from './desk.graphql';
import { minutesUntil, useNow } from './use-now';
import { STATES } from './words';

/** The applications that wait, longest first, live. */
export function ApplicationQueue({ currentId }: { currentId?: string | undefined }) {
  const [{ data, error }, execute] = useQuery({ query: QUEUE, requestPolicy: 'cache-and-network' });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['application'], again);
  const problem = problemOf(error);
  if (!data && problem) return <LoadFailed problem={problem} onRetry={again} />;
  if (!data) return <Skeleton kind="row" />;
  const { items } = data.applicationQueue;
  if (items.length === 0) {
    return (
      <EmptyState title={<Trans>No hay postulaciones en espera</Trans>}>
        <Trans>Cuando llegue una, aparece aquí sola.</Trans>
      </EmptyState>
    );
  }
  return (
    <div className="rows" data-queue>
      {items.map((item) => (
        <Item key={item.id} item={item} isCurrent={item.id === currentId} />
      ))}
    </div>
  );
}

function Item({ item, isCurrent }: { item: QueueItem; isCurrent: boolean }) {
  const now = useNow();
  return (
    <QueueRow
      to={`/desk/applications/${item.id}`}
      title={item.name}
      age={<Age since={item.waitsSince} now={now} />}
      isCurrent={isCurrent}
    >
      <Badges item={item} now={now} />
    </QueueRow>
  );
}

/** Who reads it, that it is an appeal, and what it waits for in a word. */
function Badges({ item, now }: { item: QueueItem; now: number }) {
  const { claimEndsAt, otherReaders } = item;
  const minutesLeft = claimEndsAt ? minutesUntil(claimEndsAt, now) : 0;
  return (
    <>
      {minutesLeft > 0 && <ClaimBadge claim="mine" minutesLeft={minutesLeft} />}
      {otherReaders > 0 && <ClaimBadge claim="someone" />}
      {item.isAppeal && (
        <Badge look="clay">
          <Trans>Apelación</Trans>
        </Badge>
      )}
      {item.wasSeenBefore && (
        <Badge look="clay">
          <Trans>Ya postuló antes</Trans>
        </Badge>
      )}
      {item.isAnswered && (
        <Badge look="ok">
          <Trans>Respondió</Trans>
        </Badge>
      )}
      <StateBadge item={item} isRead={minutesLeft > 0 || otherReaders > 0 || item.isAnswered} />
      {item.notes > 0 && (
        <Badge icon="channel">
          <Plural value={item.notes} one="# nota" other="# notas" />
        </Badge>
      )}
    </>
  );
}

/** What the viewer is to do comes before what it waits for; that it is new goes without saying once somebody reads it. */
function StateBadge({ item, isRead }: { item: QueueItem; isRead: boolean }) {
  const { i18n } = useLingui();
  const { state, mustConfirm, isReviewedByMe } = item;
  if (mustConfirm) {
    return (
      <Badge look="clay">
        <Trans>Vuelve a mirarla</Trans>
      </Badge>
    );
  }
  if (isReviewedByMe && state === 'secondView') {
    return (
      <Badge look="ok" icon="check">
        <Trans>Ya opinaste</Trans>
      </Badge>
    );
  }
  if (state === 'appealed' || (state === 'new' && isRead)) return null;
  const { label, look } = STATES[state];
  return <Badge {...(look && { look })}>{i18n._(label)}</Badge>;
}

/** How long it waits: "6 h", "2 d". */
function Age({ since, now }: { since: string; now: number }) {
  const { i18n } = useLingui();
  const hours = Math.max(0, Math.floor((now - Date.parse(since)) / 3_600_000));
  const [value, unit] = hours < 24 ? [hours, 'hour'] : [Math.floor(hours / 24), 'day'];
  const format = { style: 'unit', unit, unitDisplay: 'short' } as const;
  return <>{i18n.number(value!, format as Intl.NumberFormatOptions)}</>;
}
