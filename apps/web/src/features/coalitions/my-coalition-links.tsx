import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../lib/server/use-news';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { MY_COALITIONS_QUERY } from './coalitions.graphql';

/** The coalitions of the viewer's groups and organisations, in the list of channels; renders nothing without any. */
export function MyCoalitionLinks() {
  const { t } = useLingui();
  const [{ data }, refetch] = useQuery({
    query: MY_COALITIONS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  useNews(['group'], () => refetch({ requestPolicy: 'network-only' }));
  const mine = data?.myCoalitions ?? [];
  if (mine.length === 0) return null;
  return (
    <Rows label={t`Tus coaliciones`}>
      {mine.map(({ id, slug, name }) => (
        <Row
          key={id}
          to={`/coalitions/${slug}`}
          start={<IconTile icon="coalition" />}
          title={<span className="breakable">{name}</span>}
          note={<Trans>Coalición</Trans>}
        />
      ))}
    </Rows>
  );
}
