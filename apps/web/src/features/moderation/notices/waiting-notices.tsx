import { Plural, Trans } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type { UnseenNoticesQuery, UnseenNoticesQueryVariables } from '../../../gql/types';
import { useNews } from '../../../lib/server/use-news';
import { useTellWaiting } from '../../../lib/page/waiting';
import { IconTile, Row } from '../../../ui/display/card';

const UNSEEN_NOTICES = gql<UnseenNoticesQuery, UnseenNoticesQueryVariables>`
  query UnseenNotices {
    noticesUnseen
  }
`;

/** For the home page: what moderation told and the person did not open yet. */
export function WaitingNotices() {
  const [{ data }, execute] = useQuery({
    query: UNSEEN_NOTICES,
    requestPolicy: 'cache-and-network',
  });
  useNews(['notice'], () => execute({ requestPolicy: 'network-only' }));
  const count = data?.noticesUnseen ?? 0;
  useTellWaiting('/me/notices', data && count);
  if (count === 0) return null;
  return (
    <Row
      to="/me/notices"
      start={<IconTile icon="flag" look="clay" />}
      title={
        <Plural value={count} one="Moderación te dijo algo" other="Moderación te dijo # cosas" />
      }
      note={<Trans>Aquí lees qué y por qué</Trans>}
    />
  );
}
