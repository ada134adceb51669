import { Trans, useLingui } from '@lingui/react/macro';
import { Throughput } from '../../features/vetting/throughput/throughput';
import { Page } from '../../ui/page/page';

/** Throughput of vetting. */
export default function DeskThroughputPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Ritmo`} back={{ to: '/desk', label: t`Mesa` }} width={688}>
      <div className="stack stack--1">
        <h1>
          <Trans>Ritmo de la Mesa</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Doce semanas, para saber si hacen falta manos. No cuenta lo de gente cercana a ti.
          </Trans>
        </p>
      </div>
      <Throughput />
    </Page>
  );
}
