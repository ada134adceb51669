import { Trans, useLingui } from '@lingui/react/macro';
import '../../features/audit/error-texts';
import { SupportTemplatesSetting } from '../../features/settings/desk/templates-setting';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { Page } from '../../ui/page/page';
import { useOpenResult } from '../../ui/page/use-open-result';

/** Edits the text templates for supporters. */
export default function AdminSupportTemplatesPage() {
  const { t } = useLingui();
  const { confirm, sheet } = usePasswordConfirmation();
  const open = useOpenResult();
  const title = t`Plantillas de apoyo`;
  return (
    <Page width={688} back={{ to: '/admin/settings', label: t`Ajustes` }} title={title}>
      <div className="stack stack--1">
        <h1>{title}</h1>
        <p className="muted">
          <Trans>
            Quien da apoyo empieza por una de estas y la cambia antes de enviarla. Cada texto, en
            los tres idiomas y sin nada de ningún caso.
          </Trans>
        </p>
      </div>
      <SupportTemplatesSetting onConfirm={confirm} onAsked={(id) => open(`/approvals/${id}`)} />
      {sheet}
    </Page>
  );
}
