import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { ButtonLink } from '../../../ui/actions/button';
import { Banner } from '../../../ui/display/banner';
import { MY_GRANTS_QUERY } from '../taking-part/taking-part.graphql';
import type { Participant } from './participants.graphql';

/** On the page of a participant that lets the viewer take part: the way to their invitation. Renders nothing otherwise. */
export function OwnGrantBanner({ participant }: { participant: Pick<Participant, 'id'> }) {
  const [{ data }, refetch] = useQuery({
    query: MY_GRANTS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  useNews(['group'], () => refetch({ requestPolicy: 'network-only' }));
  const grant = data?.myGrants.find(
    ({ participant: by, state }) =>
      by?.id === participant.id && (state === 'waiting' || state === 'additional'),
  );
  if (!grant?.coalition) return null;
  return (
    <Banner look="info" icon="coalition" title={<Trans>También tienes una invitación</Trans>}>
      <span className="stack stack--2">
        <span>
          <Trans>Acéptala para entrar a los canales.</Trans>
        </span>
        <ButtonLink small to={`/coalitions/${grant.coalition.slug}/take-part?grant=${grant.id}`}>
          <Trans>Ver la invitación</Trans>
        </ButtonLink>
      </span>
    </Banner>
  );
}
