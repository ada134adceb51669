import { Trans, useLingui } from '@lingui/react/macro';
import '../../features/audit/error-texts';
import { TemplatesSetting } from '../../features/settings/desk/templates-setting';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { Page } from '../../ui/page/page';
import { useOpenResult } from '../../ui/page/use-open-result';

/** Edits the text templates for reviewers. */
export default function AdminTemplatesPage() {
  const { t } = useLingui();
  const { confirm, sheet } = usePasswordConfirmation();
  const open = useOpenResult();
  const title = t`Textos para empezar`;
  return (
    <Page width={688} back={{ to: '/admin/settings', label: t`Ajustes` }} title={title}>
      <div className="stack stack--1">
        <h1>{title}</h1>
        <p className="muted">
          <Trans>
            Quien lee una postulación empieza por uno de estos y lo cambia antes de enviarlo. Cada
            texto, en los tres idiomas.
          </Trans>
        </p>
      </div>
      <TemplatesSetting onConfirm={confirm} onAsked={(id) => open(`/approvals/${id}`)} />
      {sheet}
    </Page>
  );
}
