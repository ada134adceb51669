import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { useNews } from '../../lib/server/use-news';
import { Face } from '../../ui/display/face';
import { Button } from '../../ui/actions/button';
import { ErrorBanner } from '../../ui/display/banner';
import { RelativeTime } from '../../ui/display/relative-time';
import {
  SENT_INVITATIONS_QUERY,
  type SentInvitation,
  WITHDRAW_ORGANISATION_INVITATION,
} from './affiliations.graphql';
import './error-texts';

/** For spokespeople: open invitations to the organisation; renders nothing without any. */
export function SentOrganisationInvitations({ organisationId }: { organisationId: string }) {
  const [{ data }, refetch] = useQuery({
    query: SENT_INVITATIONS_QUERY,
    variables: { organisationId },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['organisation'], again);
  const sent = data?.invitationsSent ?? [];
  if (sent.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Invitaciones abiertas</Trans>
      </h2>
      <ul className="card card--flush rows">
        {sent.map((one) => (
          <Sent key={one.id} one={one} onChanged={again} />
        ))}
      </ul>
      <p className="xs muted">
        <Trans>Duran catorce días. Si alguien prefiere que no, no lo sabrás.</Trans>
      </p>
    </section>
  );
}

function Sent({ one, onChanged }: { one: SentInvitation; onChanged: () => void }) {
  const { t } = useLingui();
  const withdraw = useMutationState(WITHDRAW_ORGANISATION_INVITATION);
  if (!one.person) return null;
  const { id } = one.person;
  const name = one.person.name ?? '';
  const act = async () => {
    if (await withdraw.run({ id: one.id })) onChanged();
  };
  return (
    <li className="row row--acts">
      <Face id={id} name={name} size="s" />
      <span className="grow">
        <span className="row__t">{name}</span>
        <span className="row__s">
          <RelativeTime at={one.createdAt} />
        </span>
        <ErrorBanner text={withdraw.message} />
      </span>
      <span className="row__acts">
        <Button
          kind="text"
          small
          isBusy={withdraw.isBusy}
          aria-label={t`Retirar la invitación a ${name}`}
          onClick={() => void act()}
        >
          <Trans>Retirar</Trans>
        </Button>
      </span>
    </li>
  );
}
