import { Trans, useLingui } from '@lingui/react/macro';
import { useMyAccount } from '../../features/signin/use-my-account';
import { SessionLength } from '../../features/signin/session-length';
import { Sessions } from '../../features/signin/sessions';
import { Page } from '../../ui/page/page';

/** Active sessions of the account. */
export default function MySessionsPage() {
  const { t } = useLingui();
  const { account } = useMyAccount();
  return (
    <Page width={640} back={{ to: '/account', label: t`Tu cuenta` }} title={t`Sesiones`}>
      <div className="stack stack--1">
        <h1>
          <Trans>Sesiones</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Los navegadores en los que tu cuenta está abierta. Si no reconoces uno, ciérralo y
            cambia tu contraseña.
          </Trans>
        </p>
      </div>
      <Sessions />
      {account && <SessionLength account={account} />}
    </Page>
  );
}
