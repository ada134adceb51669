import { Trans, useLingui } from '@lingui/react/macro';
import '../../features/audit/error-texts';
import { ChecklistSetting } from '../../features/settings/desk/checklist-setting';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { Page } from '../../ui/page/page';
import { useOpenResult } from '../../ui/page/use-open-result';

/** Edits the checklist for reviewers of applications, in the instance's own words. */
export default function AdminChecklistPage() {
  const { t } = useLingui();
  const { confirm, sheet } = usePasswordConfirmation();
  const open = useOpenResult();
  const title = t`Lo que se mira antes de opinar`;
  return (
    <Page width={688} back={{ to: '/admin/settings', label: t`Ajustes` }} title={title}>
      <div className="stack stack--1">
        <h1>{title}</h1>
        <p className="muted">
          <Trans>
            Quien lee una postulación marca esta lista antes de recomendar algo. Cada punto, en los
            tres idiomas.
          </Trans>
        </p>
      </div>
      <ChecklistSetting onConfirm={confirm} onAsked={(id) => open(`/approvals/${id}`)} />
      {sheet}
    </Page>
  );
}
