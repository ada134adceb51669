import { Trans, useLingui } from '@lingui/react/macro';
import { EmergencyLineList } from '../../features/settings/emergency/emergency-line-list';
import { Page } from '../../ui/page/page';

/** The emergency list for administrators. */
export default function AdminEmergencyPage() {
  const { t } = useLingui();
  const title = t`Lista de emergencia`;
  return (
    <Page width={688} back={{ to: '/admin', label: t`Administración` }} title={title}>
      <div className="stack stack--1">
        <h1>{title}</h1>
        <p className="muted">
          <Trans>
            A quién llama alguien en peligro. Cualquiera puede leerla, también sin cuenta y sin
            señal. Agregar o cambiar se hace entre dos; quitar, una sola persona y enseguida.
          </Trans>
        </p>
      </div>
      <EmergencyLineList />
    </Page>
  );
}
