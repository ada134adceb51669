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
            Los números a los que llama alguien en peligro. Cualquiera puede leerlos, también sin
            cuenta. La app los muestra además sin internet. Para agregar o cambiar uno hacen falta
            dos personas de administración; para quitarlo basta una, y es inmediato.
          </Trans>
        </p>
      </div>
      <EmergencyLineList />
    </Page>
  );
}
