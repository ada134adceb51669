import { Trans, useLingui } from '@lingui/react/macro';
import '../../features/audit/error-texts';
import { GrantDuties } from '../../features/settings/duties/grant-duties';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { Page } from '../../ui/page/page';
import { useOpenResult } from '../../ui/page/use-open-result';

/** Requests duties for a member; another administrator must approve. */
export default function AdminGrantPage() {
  const { t } = useLingui();
  const { confirm, sheet } = usePasswordConfirmation();
  const open = useOpenResult();
  return (
    <Page
      width={640}
      back={{ to: '/admin/duties', label: t`Personas con tareas` }}
      title={t`Dar una tarea`}
    >
      <div className="stack stack--1">
        <h1>
          <Trans>Dar una tarea</Trans>
        </h1>
        <p className="muted">
          <Trans>A un miembro que aceptó y te dio su código.</Trans>
        </p>
      </div>
      <GrantDuties onConfirm={confirm} onAsked={(id) => open(`/approvals/${id}`)} />
      {sheet}
    </Page>
  );
}
