import { Trans, useLingui } from '@lingui/react/macro';
import '../../features/audit/error-texts';
import { ApprovalsRow } from '../../features/audit/approvals-row';
import { DutyHolders } from '../../features/settings/duties/duty-holders';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { ButtonLink } from '../../ui/actions/button';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { Page } from '../../ui/page/page';
import { useOpenResult } from '../../ui/page/use-open-result';

/** Lists the holders of each duty by agreed names, because administrators see no profiles. */
export default function AdminDutiesPage() {
  const { t } = useLingui();
  const { confirm, sheet } = usePasswordConfirmation();
  const open = useOpenResult();
  return (
    <Page
      width={688}
      back={{ to: '/admin', label: t`Administración` }}
      title={t`Personas con tareas`}
    >
      <div className="stack stack--1">
        <h1>
          <Trans>Personas con tareas</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Se dan y se quitan entre dos: una persona de administración lo pide y otra lo aprueba.
          </Trans>
        </p>
      </div>
      <ButtonLink kind="primary" block to="/admin/duties/grant">
        <Trans>Dar una tarea</Trans>
      </ButtonLink>
      <Ways />
      <DutyHolders onConfirm={confirm} onAsked={(id) => open(`/approvals/${id}`)} />
      {sheet}
    </Page>
  );
}

function Ways() {
  return (
    <Rows>
      <ApprovalsRow />
      <Row
        to="/admin/duties/seat"
        start={<IconTile icon="plus" look="plain" />}
        title={<Trans>Sumar a alguien que cuide la instancia</Trans>}
        note={<Trans>Otra persona para auditar o administrar</Trans>}
      />
    </Rows>
  );
}
