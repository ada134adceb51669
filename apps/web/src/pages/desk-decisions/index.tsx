import { Trans, useLingui } from '@lingui/react/macro';
import { DecisionList } from '../../features/vetting/application/decision-list';
import { Page } from '../../ui/page/page';

export default function DeskDecisionsPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Decisiones`} back={{ to: '/desk', label: t`Mesa` }} width={688}>
      <div className="stack stack--1">
        <h1>
          <Trans>Decisiones tomadas</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Sobre postulaciones, sin nombres, para tratar igual lo que es parecido. Los asuntos de
            moderación no están aquí.
          </Trans>
        </p>
      </div>
      <DecisionList />
    </Page>
  );
}
