import { Trans, useLingui } from '@lingui/react/macro';
import { MissingModerator } from '../../features/moderation/matters/missing-moderator';
import { DecoyAlarms } from '../../features/audit/decoy-alarms';
import { ApprovalsRow } from '../../features/audit/approvals-row';
import { FoundingCard } from '../../features/settings/founding/founding-card';
import { OverdueSupport } from '../../features/settings/instance/overdue-support';
import { ParkedJobs } from '../../features/settings/instance/parked-jobs';
import { MissingVetters } from '../../features/vetting/desk/missing-vetters';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { Page } from '../../ui/page/page';

/** Start page for administrators. It shows no content and no profiles. */
export default function AdminPage() {
  const { t } = useLingui();
  return (
    <Page width={688} back={{ to: '/', label: t`Volver a Inicio` }} title={t`Administración`}>
      <div className="stack stack--1">
        <h1>
          <Trans>Administración</Trans>
        </h1>
        <p className="muted">
          <Trans>Desde aquí se cuida la instancia. No se ve lo que la gente escribe.</Trans>
        </p>
      </div>
      <MissingVetters />
      <MissingModerator />
      <OverdueSupport />
      <DecoyAlarms />
      <FoundingCard />
      <Ways />
      <ParkedJobs />
    </Page>
  );
}

/** Links to the administration pages. */
function Ways() {
  return (
    <Rows>
      <ApprovalsRow />
      <Row
        to="/admin/duties"
        start={<IconTile icon="people" />}
        title={<Trans>Personas con tareas</Trans>}
        note={<Trans>Dar, quitar, sumar a alguien</Trans>}
      />
      <Row
        to="/admin/settings"
        start={<IconTile icon="settings" />}
        title={<Trans>Ajustes</Trans>}
        note={<Trans>Lo que pide una postulación, y lo que ya viene puesto</Trans>}
      />
      <Row
        to="/admin/emergency"
        start={<IconTile icon="alert" />}
        title={<Trans>Lista de emergencia</Trans>}
        note={<Trans>A quién llama alguien en peligro</Trans>}
      />
      <Row
        to="/me/invitations"
        start={<IconTile icon="mail" />}
        title={<Trans>Invitar a alguien</Trans>}
        note={<Trans>Un enlace para que una persona postule</Trans>}
      />
      <Row
        to="/admin/data"
        start={<IconTile icon="archive" />}
        title={<Trans>Datos y su plazo</Trans>}
        note={<Trans>Qué se guarda, para qué y hasta cuándo</Trans>}
      />
      <Row
        to="/admin/founding"
        start={<IconTile icon="home" look="plain" />}
        title={<Trans>Fundación</Trans>}
        note={<Trans>Cómo empezó esta instancia</Trans>}
      />
    </Rows>
  );
}
