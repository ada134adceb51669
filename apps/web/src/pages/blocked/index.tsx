import { Trans, useLingui } from '@lingui/react/macro';
import { BlockedList } from '../../features/moderation/blocks/blocked-list';
import { Page } from '../../ui/page/page';

export default function BlockedPage() {
  const { t } = useLingui();
  return (
    <Page width={688} back={{ to: '/account', label: t`Tu cuenta` }} title={t`Personas bloqueadas`}>
      <div className="stack stack--1">
        <h1>
          <Trans>Personas bloqueadas</Trans>
        </h1>
        <p className="muted">
          <Trans>Esta lista la ves solo tú.</Trans>
        </p>
      </div>
      <BlockedList />
    </Page>
  );
}
