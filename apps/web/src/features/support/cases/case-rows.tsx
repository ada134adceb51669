import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { setBadgeCount } from '../../../lib/page/badge-counts';
import { useNow } from '../../../lib/page/use-now';
import { useNews } from '../../../lib/server/use-news';
import { IconTile, Row } from '../../../ui/display/card';
import { ClaimTime } from '../content-list';
import { useCaseOffers } from '../team/case-offers';
import { MY_SUPPORT_CASES } from './cases.graphql';

/** For the home page of a supporter: claimed requests with the time that is left, cases that the viewer is asked to join or to take over, and cases that were reopened. */
export function CaseRows() {
  const [{ data }, execute] = useQuery({
    query: MY_SUPPORT_CASES,
    requestPolicy: 'cache-and-network',
  });
  useNews(['supportCase'], () => execute({ requestPolicy: 'network-only' }));
  const now = useNow();
  const cases = data?.mySupportCases ?? [];
  const claimed = cases
    .filter((one) => one.claimEndsAt && Date.parse(one.claimEndsAt) > now)
    .filter((one) => !one.waitsForRequesterUntil)
    .toSorted((a, b) => Date.parse(a.claimEndsAt!) - Date.parse(b.claimEndsAt!));
  const reopened = cases.filter(({ reopenedAt, isOpened }) => reopenedAt && !isOpened);
  const offers = useCaseOffers();
  useCountedRows([...claimed, ...reopened, ...offers].map(({ id }) => `/cases/${id}`));
  return (
    <>
      {claimed.map(({ id, number, claimEndsAt, answeredAt }) => (
        <Row
          key={id}
          to={`/cases/${id}`}
          start={<IconTile icon="clock" look="clay" />}
          title={
            answeredAt ? (
              <Trans>Hay una respuesta en el pedido {number}</Trans>
            ) : (
              <Trans>Contesta el pedido {number}</Trans>
            )
          }
          note={<ClaimTime endsAt={claimEndsAt!} />}
        />
      ))}
      {offers.map(({ id, number, takesOver }) => (
        <Row
          key={id}
          to="/cases"
          start={<IconTile icon="support" look="clay" />}
          title={
            takesOver ? (
              <Trans>Te piden que tomes el caso {number}</Trans>
            ) : (
              <Trans>Te piden que te sumes al caso {number}</Trans>
            )
          }
        />
      ))}
      {reopened.map(({ id, number }) => (
        <Row
          key={id}
          to={`/cases/${id}`}
          start={<IconTile icon="support" look="clay" />}
          title={<Trans>Reabrieron tu caso {number}</Trans>}
        />
      ))}
    </>
  );
}

/** Makes the home page count each of these rows as one task while it shows them. */
function useCountedRows(paths: readonly string[]): void {
  const joined = paths.join(' ');
  useEffect(() => {
    const counted = joined.split(' ').filter(Boolean);
    for (const path of counted) setBadgeCount(path, 1);
    return () => counted.forEach((path) => setBadgeCount(path, 0));
  }, [joined]);
}
