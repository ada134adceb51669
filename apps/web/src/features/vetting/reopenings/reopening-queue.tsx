import { Trans } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type { ReopeningQueueQuery, ReopeningQueueQueryVariables } from '../../../gql/types';
import { requestProblemOf } from '../../../lib/server/errors';
import { minutesUntil, useNow } from '../../../lib/page/use-now';
import { useNews } from '../../../lib/server/use-news';
import { Badge } from '../../../ui/display/badge';
import {
  ClaimBadge,
  type QueueEntry,
  type QueuePart,
  QueueRow,
} from '../../../ui/people/queue-row';

const REOPENING_QUEUE = gql<ReopeningQueueQuery, ReopeningQueueQueryVariables>`
  query ReopeningQueue {
    reopeningQueue(first: 50) {
      items {
        id
        createdAt
        claimEndsAt
        otherReaders
        opinionsWritten
        isJudgedByMe
      }
    }
  }
`;

type Item = ReopeningQueueQuery['reopeningQueue']['items'][number];

/** The fifty oldest reopened reviews, updated live. `isOn`: whether the viewer has the duty to vet. */
export function useReopeningQueue(isOn: boolean): QueuePart {
  const [{ data, error }, execute] = useQuery({
    query: REOPENING_QUEUE,
    requestPolicy: 'cache-and-network',
    pause: !isOn,
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['reopening'], () => isOn && again());
  return {
    entries: data?.reopeningQueue.items.map(entryOf),
    problem: data ? undefined : requestProblemOf(error),
    again,
  };
}

const entryOf = (item: Item): QueueEntry => ({
  id: item.id,
  kind: 'reopening',
  since: item.createdAt,
  row: (isCurrent) => <ReopeningRow item={item} isCurrent={isCurrent} />,
});

/** The row does not name the member: opening the file discloses it and is audited. */
function ReopeningRow({ item, isCurrent }: { item: Item; isCurrent: boolean }) {
  const { id, createdAt, claimEndsAt, otherReaders, opinionsWritten, isJudgedByMe } = item;
  const now = useNow();
  const minutesLeft = claimEndsAt ? minutesUntil(claimEndsAt, now) : 0;
  return (
    <QueueRow
      to={`/desk/reopening/${id}`}
      title={<Trans>Aval retirado</Trans>}
      since={createdAt}
      isCurrent={isCurrent}
    >
      {minutesLeft > 0 && <ClaimBadge claim="mine" minutesLeft={minutesLeft} />}
      {otherReaders > 0 && <ClaimBadge claim="someone" />}
      {isJudgedByMe && (
        <Badge look="ok" icon="check">
          <Trans>Ya opinaste</Trans>
        </Badge>
      )}
      {!isJudgedByMe && opinionsWritten > 0 && (
        <Badge look="warn">
          <Trans>Segunda mirada</Trans>
        </Badge>
      )}
    </QueueRow>
  );
}
