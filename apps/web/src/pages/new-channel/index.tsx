import { Trans, useLingui } from '@lingui/react/macro';
import { NewChannelForm } from '../../features/channels/channel/new-channel-form';
import { Page } from '../../ui/page/page';

export default function NewChannelPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Canal nuevo`} back={{ to: '/channels', label: t`Canales` }} width={600}>
      <h1>
        <Trans>Canal nuevo</Trans>
      </h1>
      <NewChannelForm />
    </Page>
  );
}
