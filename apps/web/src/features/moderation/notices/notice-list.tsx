import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { Badge } from '../../../ui/display/badge';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { EmptyState } from '../../../ui/page/empty-state';
import { LoadFailed } from '../../../ui/page/load-failed';
import { RelativeTimeText } from '../../../ui/display/relative-time';
import { Skeleton } from '../../../ui/display/skeleton';
import { NOTICE_KIND_LABELS } from './notice-labels';
import { MY_NOTICES_QUERY } from './notices.graphql';

/** Notices of moderation to the viewer, newest first. */
export function NoticeList() {
  const { t, i18n } = useLingui();
  const [{ data, error }, execute] = useQuery({
    query: MY_NOTICES_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['notice'], again);
  const problem = requestProblemOf(error);
  if (!data) {
    return problem ? <LoadFailed problem={problem} onRetry={again} /> : <Skeleton kind="row" />;
  }
  if (data.myNotices.length === 0) return <Nothing />;
  return (
    <Rows label={t`De moderación`}>
      {data.myNotices.map(({ id, kind, shownFrom, seenAt }) => (
        <Row
          key={id}
          to={`/me/notices/${id}`}
          start={<IconTile icon="flag" look={seenAt ? 'plain' : 'clay'} />}
          title={i18n._(NOTICE_KIND_LABELS[kind])}
          note={<RelativeTimeText at={shownFrom} />}
          {...(!seenAt && { end: <New /> })}
        />
      ))}
    </Rows>
  );
}

function New() {
  return (
    <Badge look="clay">
      <Trans>Sin leer</Trans>
    </Badge>
  );
}

function Nothing() {
  return (
    <EmptyState title={<Trans>No tienes mensajes de moderación</Trans>}>
      <Trans>
        Si alguna vez hace algo que te toca, aquí lees qué y por qué, y puedes responder.
      </Trans>
    </EmptyState>
  );
}
