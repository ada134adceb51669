import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../lib/server/use-news';
import { DeclineHint, InvitationCard } from '../../ui/people/invitation-card';
import {
  ACCEPT_ORGANISATION_INVITATION,
  DECLINE_ORGANISATION_INVITATION,
  ORGANISATION_INVITATIONS_QUERY,
} from './affiliations.graphql';
import './error-texts';

interface OrganisationInvitationsProps {
  /** Limits the list to one organisation. */
  organisationId?: string;
  onJoined?: () => void;
}

/** The viewer's open invitations to organisations; renders nothing without any. */
export function OrganisationInvitations(props: OrganisationInvitationsProps) {
  const { organisationId, onJoined } = props;
  const { t } = useLingui();
  const [{ data }, refetch] = useQuery({ query: ORGANISATION_INVITATIONS_QUERY });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['organisationInvitation'], again);
  const changed = () => {
    again();
    onJoined?.();
  };
  return data?.organisationInvitations
    .filter(({ organisation }) => !organisationId || organisation?.id === organisationId)
    .map(
      ({ id, organisation }) =>
        organisation && (
          <InvitationCard
            key={id}
            id={id}
            into={organisation}
            title={<Trans>Te invitan a ser parte de {organisation.name}</Trans>}
            about={
              <Trans>
                Al principio lo saben solo quienes ya son parte y pueden ver tu nombre. Después
                decides si alguien más lo ve.
              </Trans>
            }
            accept={{
              document: ACCEPT_ORGANISATION_INVITATION,
              label: <Trans>Ser parte</Trans>,
              done: t`Ya eres parte`,
            }}
            decline={{
              document: DECLINE_ORGANISATION_INVITATION,
              done: t`Listo. No se lo diremos a nadie.`,
            }}
            onChanged={changed}
          >
            <DeclineHint />
          </InvitationCard>
        ),
    );
}
