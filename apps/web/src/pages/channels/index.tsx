import { Trans } from '@lingui/react/macro';
import { ChannelList } from '../../features/channels/channel-list';
import { AllWaiting, WithoutLine } from '../../features/channels/kept-note';
import { NewChannelLink } from '../../features/channels/new-channel-link';
import { Page } from '../../ui/page';

/** The list of channels. */
export default function Channels() {
  return (
    <Page width={688} className="stack stack--4">
      <div className="page__bar">
        <AllWaiting />
      </div>
      <div className="stack stack--1">
        <div className="inline between">
          <h1>
            <Trans>Canales</Trans>
          </h1>
          <NewChannelLink />
        </div>
        <WithoutLine />
      </div>
      <div className="card card--list">
        <ChannelList />
      </div>
    </Page>
  );
}
