import { Trans, useLingui } from '@lingui/react/macro';
import { MissingModerator } from '../../features/moderation/missing-moderator';
import { FoundingPart } from '../../features/settings/founding';
import { ParkedJobs } from '../../features/settings/parked-jobs';
import { useConfirm } from '../../features/signin/use-confirm';
import { MissingVetters } from '../../features/vetting/missing-vetters';
import { IconTile, Row, Rows } from '../../ui/card';
import { Page } from '../../ui/page';

/** Running the instance. Nothing here shows what people write or who they are. */
export default function AdminPage() {
  const { t } = useLingui();
  const { confirm, sheet } = useConfirm();
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
      <FoundingPart onConfirm={confirm} />
      <Ways />
      <ParkedJobs />
      {sheet}
    </Page>
  );
}

/** To what has a page of its own. */
function Ways() {
  return (
    <Rows>
      <Row
        to="/admin/duties"
        start={<IconTile icon="people" />}
        title={<Trans>Personas con tareas</Trans>}
        note={<Trans>Dar, quitar, sumar a alguien</Trans>}
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
    </Rows>
  );
}
