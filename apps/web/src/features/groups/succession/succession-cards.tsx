import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { ButtonLink } from '../../../ui/actions/button';
import { Card } from '../../../ui/display/card';
import { GroupPicture } from '../../../ui/display/group-picture';
import { SUCCESSION_REQUESTS_QUERY } from './succession.graphql';

/** Requests to the viewer to become steward of a group without one; renders nothing without any. */
export function SuccessionCards({ groupId }: { groupId?: string }) {
  const [{ data }, refetch] = useQuery({
    query: SUCCESSION_REQUESTS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  useNews(['stewardshipOffer', 'group'], () => refetch({ requestPolicy: 'network-only' }));
  return data?.successionRequests.map(
    ({ id, group }) =>
      group &&
      (groupId ?? group.id) === group.id && (
        <Card key={id} isWaiting>
          <div className="inline inline--3 top">
            <GroupPicture group={group} />
            <div className="grow stack stack--1">
              <b>
                <Trans>¿Quieres sostener {group.name}?</Trans>
              </b>
              <p className="xs muted">
                <Trans>El grupo busca quien lo sostenga y te lo pregunta a ti.</Trans>
              </p>
            </div>
          </div>
          <ButtonLink kind="primary" to={`/groups/succession/${id}`}>
            <Trans>Leer y responder</Trans>
          </ButtonLink>
        </Card>
      ),
  );
}
