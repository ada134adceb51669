import { Trans } from '@lingui/react/macro';
import { ChannelList } from '../../features/channels/channel-list';
import { Page } from '../../ui/page';

/** The list of channels. */
export default function Channels() {
  return (
    <Page width={688}>
      <h1>
        <Trans>Canales</Trans>
      </h1>
      <ChannelList />
    </Page>
  );
}
