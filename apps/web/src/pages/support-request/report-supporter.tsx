import { useLingui } from '@lingui/react/macro';
import { ReportButton } from '../../features/moderation/reports/report-button';
import { CaseReportNotice } from '../../features/support/case-report-notice';
import type { ReportButtonOf } from '../../features/support/team/own-team';

type ReportedSupporter = Parameters<ReportButtonOf>[0];

export const reportButton: ReportButtonOf = (part) => <ReportSupporter {...part} />;

/** Reports a supporter of a case without a message. */
function ReportSupporter({ id: subjectId, workName, isPresent = false }: ReportedSupporter) {
  const { t } = useLingui();
  return (
    <ReportButton
      target={{ subject: 'Supporter', subjectId }}
      ariaLabel={t`Reportar a ${workName}`}
      caseNotice={<CaseReportNotice of={isPresent ? 'supporter' : 'formerSupporter'} />}
    />
  );
}
