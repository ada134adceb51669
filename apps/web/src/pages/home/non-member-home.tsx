import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { WaitingApprovals } from '../../features/audit/waiting-approvals';
import { type Me, useMe } from '../../lib/server/session';
import { Banner } from '../../ui/display/banner';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { Page } from '../../ui/page/page';
import { OverdueSupportRow } from './overdue-support-row';
import { PendingSupport } from './pending-support';

/**
 * Home page of accounts that are not members: staff, and suspended or removed people. It shows only their own matters.
 */
export default function NonMemberHome() {
  const { standing, duties } = useMe();
  return (
    <Page width={640}>
      <Who standing={standing} />
      <Rows>
        {standing !== 'staff' && <Why />}
        {standing === 'suspended' && <PendingSupport />}
        <WaitingApprovals />
        {duties.includes('administer') && <OverdueSupportRow />}
        {duties.includes('administer') && (
          <Row
            to="/admin"
            start={<IconTile icon="settings" />}
            title={<Trans>Administración</Trans>}
            note={<Trans>Tareas, ajustes, trabajo detenido</Trans>}
          />
        )}
        {duties.includes('audit') && (
          <Row
            to="/audit"
            start={<IconTile icon="eye" />}
            title={<Trans>Auditoría</Trans>}
            note={<Trans>Quién usó qué tarea</Trans>}
          />
        )}
        <Row
          to="/me/data"
          start={<IconTile icon="download" />}
          title={<Trans>Tus datos</Trans>}
          note={<Trans>Descargar, borrar, quién miró algo tuyo</Trans>}
        />
        <Row to="/me/account" start={<IconTile icon="key" />} title={<Trans>Tu cuenta</Trans>} />
        <Row to="/me/sessions" start={<IconTile icon="device" />} title={<Trans>Sesiones</Trans>} />
      </Rows>
    </Page>
  );
}

function Who({ standing }: Pick<Me, 'standing'>) {
  if (standing === 'suspended') return <Suspended />;
  return standing === 'former' ? <Removed /> : <Staff />;
}

/** Shown while an appeal is possible; after that, the account can no longer sign in. */
function Removed() {
  return (
    <Heading title={<Trans>Fuera de Trama</Trans>}>
      <Trans>Lo decidieron dos personas de moderación.</Trans>
    </Heading>
  );
}

function Why() {
  return (
    <Row
      to="/me/notices"
      start={<IconTile icon="flag" look="clay" />}
      title={<Trans>Por qué, y cómo apelar</Trans>}
      note={<Trans>Lo que te dijo moderación</Trans>}
    />
  );
}

function Staff() {
  return (
    <Heading title={<Trans>Tu área</Trans>}>
      <Trans>
        Esta cuenta cuida la instancia. No es parte de los grupos ni ve lo que se conversa.
      </Trans>
    </Heading>
  );
}

function Suspended() {
  const { suspendedUntil } = useMe();
  const { i18n } = useLingui();
  const when =
    suspendedUntil && i18n.date(suspendedUntil, { dateStyle: 'full', timeStyle: 'short' });
  return (
    <>
      <Heading title={<Trans>Tu cuenta está en pausa</Trans>}>
        {when ? (
          <Trans>
            Moderación la suspendió hasta el {when}. Después vuelves a entrar como antes.
          </Trans>
        ) : (
          <Trans>Moderación la suspendió.</Trans>
        )}
      </Heading>
      <Banner look="info">
        <Trans>
          Tus mensajes y tu perfil siguen guardados. Mientras tanto puedes apelar, descargar tus
          datos o borrar tu cuenta.
        </Trans>
      </Banner>
    </>
  );
}

function Heading({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="stack stack--1">
      <h1>{title}</h1>
      <p className="muted">{children}</p>
    </div>
  );
}
