import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { MyGrantsQuery } from '../../../gql/types';
import { Button } from '../../../ui/actions/button';
import { useToast } from '../../../ui/actions/toast';
import { ErrorBanner } from '../../../ui/display/banner';
import { useDeclineGrant } from './decline-grant';
import { grantsByCoalition } from './grants-by-coalition';

/** The coalitions whose grants the viewer declined, collapsed; renders nothing without any. */
export function DeclinedGrants({ grants }: { grants: MyGrantsQuery['myGrants'] }) {
  const declined = grantsByCoalition(grants, 'declined');
  if (declined.length === 0) return null;
  return (
    <details>
      <summary>
        <Trans>Invitaciones que descartaste</Trans>
      </summary>
      <ul className="card card--flush rows">
        {declined.map(({ coalition: { id, slug, name }, grants: [grant] }) => (
          <DeclinedRow key={id} id={grant.id} slug={slug} name={name} />
        ))}
      </ul>
    </details>
  );
}

function DeclinedRow({ id, slug, name }: { id: string; slug: string; name: string }) {
  const { t } = useLingui();
  const toast = useToast();
  const act = useDeclineGrant();
  const takeBack = async () => {
    if (!(await act.run({ id, isDeclined: false }))) return;
    toast({ text: t`La invitación a ${name} espera otra vez tu respuesta` });
  };
  return (
    <li className="row row--acts">
      <span className="grow">
        <span className="row__t breakable">
          <Link to={`/coalitions/${slug}/take-part?grant=${id}`}>{name}</Link>
        </span>
        <ErrorBanner text={act.message} />
      </span>
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
