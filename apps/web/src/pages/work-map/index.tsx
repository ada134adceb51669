import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { WorkMap } from '../../features/profiles/work-map/work-map';
import { Page } from '../../ui/page/page';

/** Counts of people by issue area and territory, never individuals. */
export default function WorkMapPage() {
  const { t } = useLingui();
  const title = t`Dónde se trabaja en qué`;
  return (
    <Page title={title} back={{ to: '/people', label: t`Gente` }}>
      <div className="stack stack--1">
        <h1>{title}</h1>
        <p className="muted">
          <Trans>
            Cuánta gente trabaja en cada tema y territorio. Cuentan quienes muestran sus temas y sus
            territorios a toda la gente de Trama.
          </Trans>
        </p>
      </div>
      <WorkMap />
      <p className="xs muted no-print">
        <Trans>
          ¿Prefieres que no te cuenten? Se elige en <Link to="/me">tu perfil</Link>.
        </Trans>
      </p>
    </Page>
  );
}
