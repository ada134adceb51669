import { Trans, useLingui } from '@lingui/react/macro';
import { ReportList } from '../../features/moderation/reports/report-list';
import { Page } from '../../ui/page/page';

/** The viewer's own reports and whether moderation has closed them. */
export default function MyReportsPage() {
  const { t } = useLingui();
  return (
    <Page width={688} back={{ to: '/account', label: t`Tu cuenta` }} title={t`Tus reportes`}>
      <div className="stack stack--1">
        <h1>
          <Trans>Tus reportes</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Aquí ves si moderación ya revisó lo que reportaste. Lo que se decide sobre otras
            personas es confidencial.
          </Trans>
        </p>
      </div>
      <ReportList />
    </Page>
  );
}
