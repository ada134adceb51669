import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../lib/server/use-news';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { MY_COALITIONS_QUERY } from './coalitions.graphql';
import { OutsideReason } from './outside-reason';
import { divideCoalitions } from './own-coalitions';

/** The coalitions of the viewer's groups and organisations, in the list of channels; renders nothing without any. */
export function MyCoalitionLinks() {
  const { t } = useLingui();
  const [{ data }, refetch] = useQuery({
    query: MY_COALITIONS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  useNews(['group'], () => refetch({ requestPolicy: 'network-only' }));
  if (!data?.myCoalitions.length) return null;
  const { inside, outside } = divideCoalitions(data);
  const rows = [
    ...inside.map((coalition) => ({ coalition, note: <Trans>Participas</Trans> })),
    ...outside.map(({ coalition, state }) => ({
      ...{ coalition, note: <OutsideReason state={state} /> },
    })),
  ];
  return (
    <Rows label={t`Coaliciones de tus grupos y organizaciones`}>
      {rows.map(({ coalition: { id, slug, name }, note }) => (
        <Row
          key={id}
          to={`/coalitions/${slug}`}
          start={<IconTile icon="coalition" />}
          title={<span className="breakable">{name}</span>}
          note={
            <>
              <Trans>Coalición</Trans> · {note}
            </>
          }
        />
      ))}
    </Rows>
  );
}
