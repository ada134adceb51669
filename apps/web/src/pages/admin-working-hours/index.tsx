import { Trans, useLingui } from '@lingui/react/macro';
import '../../features/audit/error-texts';
import { WorkingHoursSetting } from '../../features/settings/working-hours/working-hours-setting';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { Page } from '../../ui/page/page';
import { useOpenResult } from '../../ui/page/use-open-result';

/** Sets when requests for support are answered, with the holidays of each country. */
export default function AdminWorkingHoursPage() {
  const { t } = useLingui();
  const { confirm, sheet } = usePasswordConfirmation();
  const open = useOpenResult();
  const title = t`Horario de apoyo`;
  return (
    <Page width={688} back={{ to: '/admin/settings', label: t`Ajustes` }} title={title}>
      <div className="stack stack--1">
        <h1>{title}</h1>
        <p className="muted">
          <Trans>
            Un pedido que no es urgente se contesta en 3 días hábiles. Aquí se decide qué días y
            horas cuentan. Los urgentes no dependen de este horario.
          </Trans>
        </p>
      </div>
      <WorkingHoursSetting onConfirm={confirm} onAsked={(id) => open(`/approvals/${id}`)} />
      {sheet}
    </Page>
  );
}
