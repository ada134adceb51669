import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ChannelList } from '../../features/channels/list/channel-list';
import type { ChannelShown } from '../../features/channels/list/channels.graphql';
import { NewChannelLink } from '../../features/channels/channel/new-channel-link';

interface ListProps {
  current: ChannelShown | undefined;
  currentId: string;
  under: ReactNode;
}

/** The list beside an open channel. */
export function List({ current, currentId, under }: ListProps) {
  const { t } = useLingui();
  return (
    <section aria-label={t`Canales`}>
      <div className="chlist__head inline between">
        <h2>
          <Trans>Canales</Trans>
        </h2>
        <NewChannelLink />
      </div>
      <ChannelList level="h3" {...{ current, currentId, under }} />
    </section>
  );
}
