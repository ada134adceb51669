import { Trans, useLingui } from '@lingui/react/macro';
import { ApprovalList } from '../../features/audit/approval-list';
import { Page } from '../../ui/page/page';

/** Lists two-person acts that wait for approval. */
export default function ApprovalsPage() {
  const { t } = useLingui();
  return (
    <Page width={688} back={{ to: '/', label: t`Volver a Inicio` }} title={t`Aprobaciones`}>
      <div className="stack stack--1">
        <h1>
          <Trans>Aprobaciones</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Hay actos que nadie hace por su cuenta: una persona los pide y otra los aprueba.
          </Trans>
        </p>
      </div>
      <ApprovalList />
    </Page>
  );
}
