import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { MY_FORMER_MEMBERSHIPS_QUERY } from './former-memberships.graphql';

/** Link to the groups that the viewer left in the last 30 days; renders nothing without any. */
export function FormerGroupsLink() {
  const [{ data }] = useQuery({
    query: MY_FORMER_MEMBERSHIPS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  if (!data || data.myFormerMemberships.length === 0) return null;
  return (
    <Rows>
      <Row
        to="/groups/former"
        start={<IconTile icon="exit" />}
        title={<Trans>De donde saliste</Trans>}
        note={<Trans>Puedes borrar tus mensajes durante 30 días</Trans>}
      />
    </Rows>
  );
}
