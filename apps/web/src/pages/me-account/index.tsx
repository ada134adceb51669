import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type MyAccount, useMyAccount } from '../../features/signin/use-my-account';
import { CancelAddressChange } from '../../features/signin/cancel-address-change';
import { ChangeAddress } from '../../features/signin/change-address';
import { ChangePassword } from '../../features/signin/change-password';
import { useLanguageChoice } from '../../features/signin/use-language-choice';
import { useMe } from '../../lib/server/session';
import { DUTY_NAMES } from '../../lib/text/duty-names';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { LoadFailed } from '../../ui/page/load-failed';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/display/skeleton';
import { LanguageSwitch } from '../../ui/forms/switches';

/** Settings for language, mail address and password. */
export default function MyAccountPage() {
  const { t } = useLingui();
  const { account, problem, reload } = useMyAccount();
  return (
    <Page width={640} back={{ to: '/account', label: t`Tu cuenta` }} title={t`Acceso e idioma`}>
      <h1>
        <Trans>Acceso e idioma</Trans>
      </h1>
      {!account && problem && <LoadFailed problem={problem} onRetry={reload} />}
      {!account && !problem && <Skeleton kind="row" />}
      {account && <Account account={account} />}
    </Page>
  );
}

function Account({ account }: { account: MyAccount }) {
  const { i18n } = useLingui();
  const { duties } = useMe();
  const held = duties.flatMap((duty) => DUTY_NAMES[duty] ?? []).map((words) => i18n._(words));
  const chooseLanguage = useLanguageChoice();
  return (
    <>
      <section className="stack stack--3">
        <h2>
          <Trans>Idioma</Trans>
        </h2>
        <LanguageSwitch
          value={account.language}
          onChange={(language) => void chooseLanguage(language)}
        />
      </section>
      <section className="stack stack--3">
        <h2>
          <Trans>Cómo entras</Trans>
        </h2>
        <Credentials account={account} />
        <p className="xs muted">
          <Trans>
            El correo solo sirve para entrar y para escribirte. Nadie de la red lo ve; quien
            administra el servidor puede verlo. Los avisos de novedades no dicen de qué se trata.
          </Trans>
        </p>
      </section>
      <Rows>
        <Row
          to="/me/duties"
          start={<IconTile icon="desk" />}
          title={<Trans>Tus tareas</Trans>}
          note={held.length > 0 ? held.join(' · ') : <Trans>Las que tienes, y aceptar una</Trans>}
        />
      </Rows>
    </>
  );
}

/** A mail address, which breaks before its `@` on narrow screens. */
function Email({ address }: { address: string }) {
  const [local, domain] = address.split('@');
  return (
    <span className="breakable">
      {local}
      <wbr />@{domain}
    </span>
  );
}

function Credentials({ account }: { account: MyAccount }) {
  const { email, pendingEmail, hasPassword, viewerCan } = account;
  const { t } = useLingui();
  const [open, setOpen] = useState<'address' | 'password'>();
  const close = () => setOpen(undefined);
  const change = (what: 'address' | 'password') => ({ onClick: () => setOpen(what) });
  // The first address of an applicant cannot be cancelled: the account would have none.
  const isChanging = pendingEmail !== null && email !== null && pendingEmail !== email;
  const note = pendingEmail && t`Falta abrir el enlace que enviamos a ${pendingEmail}`;
  return (
    <>
      <Rows>
        <Row
          start={<IconTile icon="mail" />}
          title={email === null ? t`Sin correo` : <Email address={email} />}
          note={note || t`Correo`}
          {...(viewerCan.includes('changeAddress') && change('address'))}
        />
        {isChanging && viewerCan.includes('changeAddress') && <CancelAddressChange email={email} />}
        <Row
          start={<IconTile icon="key" />}
          title={<Trans>Contraseña</Trans>}
          note={<Trans>Cambiarla cierra tus demás sesiones</Trans>}
          {...(viewerCan.includes('changePassword') && change('password'))}
        />
      </Rows>
      <ChangeAddress isOpen={open === 'address'} onClose={close} hasPassword={hasPassword} />
      <ChangePassword
        isOpen={open === 'password'}
        onClose={close}
        hasPassword={hasPassword}
        isAddressChanging={isChanging}
      />
    </>
  );
}
