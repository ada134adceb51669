import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { DeclinedGrants } from './declined-grants';
import { grantsByCoalition } from './grants-by-coalition';
import { useParticipantLabel } from './participant-label';
import { MY_GRANTS_QUERY } from './taking-part.graphql';

/** The grants that wait for an answer of the viewer, and those that they answered; renders nothing without any. */
export function WaitingGrants() {
  const { i18n } = useLingui();
  const labelOf = useParticipantLabel();
  const [{ data }, refetch] = useQuery({
    query: MY_GRANTS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  const grants = data?.myGrants ?? [];
  const waiting = grantsByCoalition(grants, 'waiting');
  return (
    <>
      {waiting.length > 0 && (
        <Rows>
          {waiting.map(({ coalition: { id, slug, name }, grants: some }) => {
            const inviters = some.map(({ participant }) => labelOf(participant)).filter(Boolean);
            const names = new Intl.ListFormat(i18n.locale).format(inviters);
            return (
              <Row
                key={id}
                to={`/coalitions/${slug}/take-part?grant=${some[0].id}`}
                start={<IconTile icon="coalition" look="clay" />}
                title={<Trans>Te invitan a participar en {name}</Trans>}
                note={names && <Trans>Por {names}</Trans>}
              />
            );
          })}
        </Rows>
      )}
      <DeclinedGrants grants={grants} onClosed={again} />
    </>
  );
}
