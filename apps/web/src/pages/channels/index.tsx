import { Trans, useLingui } from '@lingui/react/macro';
import { ChannelList } from '../../features/channels/list/channel-list';
import {
  RejectedMessages,
  OutboxStatus,
  OfflineNote,
} from '../../features/channels/channel/offline-notes';
import '../../features/channels/feed/search-shortcut';
import { MessageSearchLink } from '../../features/channels/feed/message-search-link';
import { NewChannelLink } from '../../features/channels/channel/new-channel-link';
import { Page } from '../../ui/page/page';
import { MyCoalitions } from './my-coalitions';
import { PutAwayButton } from './put-away-button';

export default function ChannelsPage() {
  const { t } = useLingui();
  return (
    <Page width={688} className="stack stack--4">
      <div className="page__bar">
        <OutboxStatus />
      </div>
      <RejectedMessages />
      <div className="stack stack--1">
        <div className="inline between">
          <h1>
            <Trans>Canales</Trans>
          </h1>
          <span className="inline">
            <MessageSearchLink />
            <NewChannelLink />
          </span>
        </div>
        <OfflineNote />
      </div>
      <nav aria-label={t`Canales`}>
        <ChannelList />
      </nav>
      <MyCoalitions />
      <PutAwayButton />
    </Page>
  );
}
