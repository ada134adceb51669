import { Trans } from '@lingui/react/macro';
import { type ComponentType, useState } from 'react';
import { ChannelList } from '../../features/channels/list/channel-list';
import { AllRefused, AllWaiting, WithoutLine } from '../../features/channels/channel/kept-note';
import '../../features/channels/feed/find-key';
import { FindLink } from '../../features/channels/feed/find-link';
import { NewChannelLink } from '../../features/channels/channel/new-channel-link';
import { sentence } from '../../lib/server/errors';
import { Button } from '../../ui/actions/button';
import { Page } from '../../ui/page/page';
import { useToast } from '../../ui/actions/toast';

/** The list of channels. */
export default function Channels() {
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
      <ChannelList />
      <ToPutAway />
    </Page>
  );
}

/** The same for everybody, so that nothing here tells whether somebody put anything away. What it opens is brought then. */
function ToPutAway() {
  const toast = useToast();
  const [Shown, setShown] = useState<ComponentType<{ onClose: () => void }>>();
  const open = () =>
    import('../../features/channels/list/put-away-sheet').then(
      ({ PutAwaySheet }) => setShown(() => PutAwaySheet),
      () => toast({ text: sentence({ code: 'OFFLINE', fields: {} }), icon: 'offline' }),
    );
  return (
    <>
      <Button kind="text" block aria-haspopup="dialog" onClick={() => void open()}>
        <Trans>Conversaciones que quitaste</Trans>
      </Button>
      {Shown && <Shown onClose={() => setShown(undefined)} />}
    </>
  );
}
