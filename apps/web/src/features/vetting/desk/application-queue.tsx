import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { Badge } from '../../../ui/display/badge';
import {
  ClaimBadge,
  type QueueEntry,
  type QueuePart,
  QueueRow,
} from '../../../ui/people/queue-row';
import { APPLICATION_QUEUE_QUERY, type ApplicationQueueItem } from './desk.graphql';
import { minutesUntil, useNow } from '../../../lib/page/use-now';
import { APPLICATION_STATE_LABELS } from '../application/vetting-labels';

/** Queue of open applications, updated live. `isOn`: whether the viewer has the duty to vet. */
export function useApplicationQueue(isOn: boolean): QueuePart {
  const client = useClient();
  const [rest, setRest] = useState<Rest>({ items: [], next: undefined });
  const [{ data, error }, execute] = useQuery({
    query: APPLICATION_QUEUE_QUERY,
    requestPolicy: 'cache-and-network',
    pause: !isOn,
  });
  const again = () => {
    setRest({ items: [], next: undefined });
    execute({ requestPolicy: 'network-only' });
  };
  useNews(['application'], () => isOn && again());
  const first = data?.applicationQueue;
  const after = rest.next === undefined ? first?.nextCursor : rest.next;
  const more = async () => {
    const answer = await client.query(APPLICATION_QUEUE_QUERY, { after: after! }).toPromise();
    if (!answer.data) return;
    const { items, nextCursor } = answer.data.applicationQueue;
    setRest({ items: [...rest.items, ...items], next: nextCursor });
  };
  return {
    entries: first && [...first.items, ...rest.items].map(entryOf),
    hasMore: Boolean(after),
    more: () => void more(),
    problem: data ? undefined : requestProblemOf(error),
    again,
  };
}

interface Rest {
  items: readonly ApplicationQueueItem[];
  next: string | null | undefined;
}

const entryOf = (item: ApplicationQueueItem): QueueEntry => ({
  id: item.id,
  kind: item.isAppeal ? 'appeal' : 'application',
  since: item.waitsSince,
  row: (isCurrent) => <Item item={item} isCurrent={isCurrent} />,
});

function Item({ item, isCurrent }: { item: ApplicationQueueItem; isCurrent: boolean }) {
  const now = useNow();
  return (
    <QueueRow
      to={`/desk/applications/${item.id}`}
      title={item.name}
      since={item.waitsSince}
      isCurrent={isCurrent}
    >
      <Badges item={item} now={now} />
    </QueueRow>
  );
}

/** Badges of an item: readers, appeal, earlier application, answer, state and notes. */
function Badges({ item, now }: { item: ApplicationQueueItem; now: number }) {
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

/** The viewer's task takes precedence over the state of the application. "New" is omitted once a reviewer reads it. */
function StateBadge({ item, isRead }: { item: ApplicationQueueItem; isRead: boolean }) {
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
  const { label, look } = APPLICATION_STATE_LABELS[state];
  return <Badge {...(look && { look })}>{i18n._(label)}</Badge>;
}
