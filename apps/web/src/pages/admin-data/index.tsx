import { Trans, useLingui } from '@lingui/react/macro';
import { DataClasses } from '../../features/retention/data-classes';
import { Page } from '../../ui/page/page';

/** Lists the data classes of the instance, without content or accounts. */
export default function AdminDataPage() {
  const { t } = useLingui();
  return (
    <Page back={{ to: '/admin', label: t`Administración` }} title={t`Datos y su plazo`}>
      <div className="stack stack--1">
        <h1>
          <Trans>Datos y su plazo</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Lo que se guarda, quién responde por ello, para qué y hasta cuándo. Cada día se destruye
            lo que venció.
          </Trans>
        </p>
      </div>
      <DataClasses />
    </Page>
  );
}
