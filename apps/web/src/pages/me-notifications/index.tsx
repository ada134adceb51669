import { Trans, useLingui } from '@lingui/react/macro';
import { NotificationChoice } from '../../features/notifications/notification-choice';
import { Page } from '../../ui/page/page';

/** Notification settings. */
export default function NotificationSettingsPage() {
  const { t } = useLingui();
  return (
    <Page width={688} back={{ to: '/account', label: t`Tu cuenta` }} title={t`Avisos`}>
      <h1>
        <Trans>Avisos</Trans>
      </h1>
      <NotificationChoice />
    </Page>
  );
}
