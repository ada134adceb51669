import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { PARTICIPANTS_WITHOUT_NAME_QUERY } from './participants.graphql';

/** The viewer's participants that need a name in their coalition; renders nothing without any. */
export function NamelessRows() {
  const [{ data }, refetch] = useQuery({
    query: PARTICIPANTS_WITHOUT_NAME_QUERY,
    requestPolicy: 'cache-and-network',
  });
  useNews(['group'], () => refetch({ requestPolicy: 'network-only' }));
  const nameless = data?.participantsWithoutName ?? [];
  if (nameless.length === 0) return null;
  return (
    <Rows>
      {nameless.map(({ id, coalition, group, organisation }) => {
        const name = group?.name ?? organisation?.name ?? '';
        const coalitionName = coalition?.name ?? '';
        return (
          coalition && (
            <Row
              key={id}
              to={`/coalitions/${coalition.slug}/participants/${id}/name`}
              start={<IconTile icon="coalition" look="clay" />}
              title={
                <Trans>
                  Elige un nombre para {name} en {coalitionName}
                </Trans>
              }
              note={<Trans>Hasta entonces aparece sin nombre</Trans>}
            />
          )
        );
      })}
    </Rows>
  );
}
