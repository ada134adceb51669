import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useNews } from '../../../lib/server/use-news';
import { ConfirmedMutationButton } from '../../../ui/actions/confirmed-mutation';
import { Badge } from '../../../ui/display/badge';
import { RelativeTime } from '../../../ui/display/relative-time';
import { Skeleton } from '../../../ui/display/skeleton';
import { LoadFailed } from '../../../ui/page/load-failed';
import {
  COALITION_INVITATIONS_CONTEXT,
  COALITION_INVITATIONS_QUERY,
  type SentCoalitionInvitation,
  WITHDRAW_COALITION_INVITATION,
} from './invitations.graphql';

/** Open invitations of all coalition stewards. The outcome of an addressed one is not disclosed. */
export function SentInvitations({ coalitionId }: { coalitionId: string }) {
  const [{ data, error }, refetch] = useQuery({
    query: COALITION_INVITATIONS_QUERY,
    variables: { coalitionId },
    context: COALITION_INVITATIONS_CONTEXT,
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group', 'twoPersonAct'], again);
  const problem = data ? undefined : requestProblemOf(error);
  return (
    <section className="stack stack--2">
      <h2>
        <Trans>Invitaciones abiertas</Trans>
      </h2>
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {!data && !problem && <Skeleton kind="row" />}
      {data?.coalitionInvitations.length === 0 && (
        <p className="muted">
          <Trans>No hay ninguna.</Trans>
        </p>
      )}
      {data && data.coalitionInvitations.length > 0 && (
        <ul className="card card--flush rows">
          {data.coalitionInvitations.map((one) => (
            <SentRow key={one.id} invitation={one} onChanged={again} />
          ))}
        </ul>
      )}
      <p className="xs muted">
        <Trans>
          Una invitación dura catorce días. Si la coalición tiene un solo participante, todas
          terminan cuando entra otro. No te decimos qué pasó con ellas.
        </Trans>
      </p>
    </section>
  );
}

interface SentRowProps {
  invitation: SentCoalitionInvitation;
  onChanged: () => void;
}

function SentRow({ invitation, onChanged }: SentRowProps) {
  const { t } = useLingui();
  const { id, isLink, expiresAt, approvedAt, requestId, viewerCan } = invitation;
  const invited = invitation.group?.name ?? invitation.organisation?.name;
  const name = isLink ? t`Enlace` : (invited ?? t`Un grupo u organización que no ves`);
  return (
    <li className="row row--acts">
      <span className="grow">
        <span className="row__t breakable">{name}</span>
        <span className="row__s">
          <Trans>
            Termina <RelativeTime at={expiresAt} />
          </Trans>
        </span>
        {approvedAt === null && (
          <Badge>
            <Trans>Falta que la aprueben</Trans>
          </Badge>
        )}
      </span>
      <span className="row__acts">
        {requestId && (
          <Link className="btn btn--text" to={`/approvals/${requestId}`}>
            <Trans>Ver el pedido</Trans>
          </Link>
        )}
        {viewerCan.includes('withdraw') && (
          <ConfirmedMutationButton
            document={WITHDRAW_COALITION_INVITATION}
            variables={{ id }}
            label={<Trans>Anular</Trans>}
            ariaLabel={t`Anular: ${name}`}
            title={<Trans>¿Anular la invitación?</Trans>}
            actKind="danger"
            actLabel={<Trans>Anular</Trans>}
            done={t`La invitación ya no sirve`}
            onDone={onChanged}
          >
            <Trans>Ya nadie podrá entrar con ella. No se avisa a quien la tenga.</Trans>
          </ConfirmedMutationButton>
        )}
      </span>
    </li>
  );
}
