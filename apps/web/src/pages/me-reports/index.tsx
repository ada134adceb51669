import { Trans, useLingui } from '@lingui/react/macro';
import { ReportList } from '../../features/moderation/reports/report-list';
import { Page } from '../../ui/page/page';

/** What one reported, and whether moderation is through with it. */
export default function MyReports() {
  const { t } = useLingui();
  return (
    <Page width={688} back={{ to: '/', label: t`Inicio` }} title={t`Mis avisos a moderación`}>
      <div className="stack stack--1">
        <h1>
          <Trans>Mis avisos a moderación</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Aquí ves si alguien ya lo revisó. Qué se decidió sobre otra persona no se cuenta a
            nadie.
          </Trans>
        </p>
      </div>
      <ReportList />
    </Page>
  );
}
