import { Trans, useLingui } from '@lingui/react/macro';
import { DutyCode } from '../../features/settings/duties/duty-code';
import { OwnDuties } from '../../features/settings/duties/own-duties';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { useMe } from '../../lib/server/session';
import { Page } from '../../ui/page/page';

/** Shows the viewer's own duties and lets them agree to be given one. */
export default function MyDutiesPage() {
  const { t } = useLingui();
  const { standing } = useMe();
  const { confirm, sheet } = usePasswordConfirmation();
  return (
    <Page width={640} back={{ to: '/me/account', label: t`Tu cuenta` }} title={t`Tus tareas`}>
      <div className="stack stack--1">
        <h1>
          <Trans>Tus tareas</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Una tarea da permisos que nadie más tiene. Cada uso queda escrito en la auditoría.
          </Trans>
        </p>
      </div>
      <OwnDuties onConfirm={confirm} />
      {standing === 'member' && <DutyCode onConfirm={confirm} />}
      {sheet}
    </Page>
  );
}
