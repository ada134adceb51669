import { Trans, useLingui } from '@lingui/react/macro';
import { CoalitionList } from '../../features/coalitions/coalition-list';
import { ReceivedInvitationRows } from '../../features/coalitions/invitations/received-invitation-rows';
import { NamelessRows } from '../../features/coalitions/participants/nameless-rows';
import { WaitingGrants } from '../../features/coalitions/taking-part/waiting-grants';
import { ButtonLink } from '../../ui/actions/button';
import { Page } from '../../ui/page/page';

/** Coalitions: what waits for the viewer, their own, and the listed ones. */
export default function CoalitionsPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Coaliciones`} back={{ to: '/groups', label: t`Grupos` }} width={688}>
      <div className="stack stack--2">
        <div className="inline between wrap">
          <h1>
            <Trans>Coaliciones</Trans>
          </h1>
          <ButtonLink to="/coalitions/new" small icon="plus">
            <Trans>Fundar una coalición</Trans>
          </ButtonLink>
        </div>
        <p className="muted">
          <Trans>
            Grupos y organizaciones que trabajan en conjunto. Quien sale de su grupo u organización
            sale también de la coalición, salvo que participe además por otra invitación.
          </Trans>
        </p>
      </div>
      <ReceivedInvitationRows />
      <WaitingGrants />
      <NamelessRows />
      <CoalitionList />
    </Page>
  );
}
