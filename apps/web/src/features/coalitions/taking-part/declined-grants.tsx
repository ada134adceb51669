import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MyGrantsQuery } from '../../../gql/types';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { ErrorBanner } from '../../../ui/display/banner';
import { useDeclineGrant } from './decline-grant';
import { useParticipantLabel } from './participant-label';
import { useWhenRefused } from './use-when-refused';

type Grant = MyGrantsQuery['myGrants'][number];

interface DeclinedGrantsProps {
  grants: readonly Grant[];
  /** Called when a grant cannot be used any more. */
  onClosed: () => void;
}

/** The grants that the viewer declined, collapsed; renders nothing without any. */
export function DeclinedGrants({ grants, onClosed }: DeclinedGrantsProps) {
  const declined = grants.filter(({ state, coalition }) => state === 'declined' && coalition);
  if (declined.length === 0) return null;
  return (
    <details>
      <summary>
        <Trans>Invitaciones que descartaste</Trans>
      </summary>
      <ul className="card card--flush rows">
        {declined.map((grant) => (
          <DeclinedRow key={grant.id} grant={grant} onClosed={onClosed} />
        ))}
      </ul>
    </details>
  );
}

function GrantLink({ grant, children }: { grant: Grant; children?: ReactNode }) {
  const { id, coalition, participant } = grant;
  const inviter = useParticipantLabel()(participant);
  return (
    <span className="grow">
      <span className="row__t breakable">
        <Link to={`/coalitions/${coalition?.slug ?? ''}/take-part?grant=${id}`}>
          {coalition?.name}
        </Link>
      </span>
      <span className="row__s breakable">
        <Trans>Por {inviter}</Trans>
      </span>
      {children}
    </span>
  );
}

function DeclinedRow({ grant, onClosed }: { grant: Grant; onClosed: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useDeclineGrant();
  const { id } = grant;
  const name = grant.coalition?.name ?? '';
  useWhenRefused(act.problem, ['NOT_FOUND'], () => {
    toast({ text: t`Esta invitación ya no sirve` });
    onClosed();
  });
  const takeBack = async () => {
    if (!(await act.run({ id, isDeclined: false }))) return;
    toast({ text: t`La invitación a ${name} espera otra vez tu respuesta` });
  };
  return (
    <li className="row row--acts">
      <GrantLink grant={grant}>
        <ErrorBanner text={act.problem?.code === 'NOT_FOUND' ? undefined : act.message} />
      </GrantLink>
      <span className="row__acts">
        <Button
          kind="text"
          small
          isBusy={act.isBusy}
          aria-label={t`Recuperar la invitación a ${name}`}
          onClick={() => void takeBack()}
        >
          <Trans>Recuperar</Trans>
        </Button>
      </span>
    </li>
  );
}
