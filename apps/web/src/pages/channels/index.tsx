import { Trans, useLingui } from '@lingui/react/macro';
import { ChannelList } from '../../features/channels/list/channel-list';
import { AllRefused, AllWaiting, WithoutLine } from '../../features/channels/channel/kept-note';
import '../../features/channels/feed/find-key';
import { FindLink } from '../../features/channels/feed/find-link';
import { NewChannelLink } from '../../features/channels/channel/new-channel-link';
import { Page } from '../../ui/page/page';
import { PutAwayButton } from './put-away-button';

export default function Channels() {
  const { t } = useLingui();
  return (
    <Page width={688} className="stack stack--4">
      <div className="page__bar">
        <AllWaiting />
      </div>
      <AllRefused />
      <div className="stack stack--1">
        <div className="inline between">
          <h1>
            <Trans>Canales</Trans>
          </h1>
          <span className="inline">
            <FindLink />
            <NewChannelLink />
          </span>
        </div>
        <WithoutLine />
      </div>
      <nav aria-label={t`Canales`}>
        <ChannelList />
      </nav>
      <PutAwayButton />
    </Page>
  );
}
