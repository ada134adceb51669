import { Trans, useLingui } from '@lingui/react/macro';
import '../../features/audit/error-texts';
import { MakeStaff } from '../../features/settings/duties/make-staff';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { Page } from '../../ui/page/page';
import { useOpenResult } from '../../ui/page/use-open-result';

/** Requests a staff account; another administrator must approve. */
export default function AdminStaffAccountPage() {
  const { t } = useLingui();
  const { confirm, sheet } = usePasswordConfirmation();
  const open = useOpenResult();
  return (
    <Page
      width={640}
      back={{ to: '/admin/duties', label: t`Personas con tareas` }}
      title={t`Sumar a alguien`}
    >
      <div className="stack stack--1">
        <h1>
          <Trans>Sumar a alguien que cuide la instancia</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Una cuenta aparte, sin perfil ni grupos. La persona la toma con un enlace de un solo
            uso.
          </Trans>
        </p>
      </div>
      <MakeStaff onConfirm={confirm} onAsked={(id) => open(`/approvals/${id}`)} />
      {sheet}
    </Page>
  );
}
