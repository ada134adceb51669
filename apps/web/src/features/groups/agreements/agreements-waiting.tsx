import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { groupPath } from '../../../lib/page/group-path';
import { useNews } from '../../../lib/server/use-news';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { AGREEMENTS_WAITING_QUERY } from './agreements.graphql';
import { GraceText } from './grace-text';

/** The viewer's groups whose agreements wait for their consent; renders nothing without any. */
export function AgreementsWaiting() {
  const [{ data }, refetch] = useQuery({ query: AGREEMENTS_WAITING_QUERY });
  useNews(['group'], () => refetch({ requestPolicy: 'network-only' }));
  const groups = data?.groupsWithChangedAgreements ?? [];
  if (groups.length === 0) return null;
  return (
    <Rows>
      {groups.map(({ id, slug, kind, name, agreementsChange }) => (
        <Row
          key={id}
          to={`${groupPath({ slug, kind })}/agreements`}
          start={<IconTile icon="file" look="clay" />}
          title={<Trans>Cambiaron los acuerdos de {name}</Trans>}
          note={agreementsChange && <GraceText {...agreementsChange} />}
        />
      ))}
    </Rows>
  );
}
