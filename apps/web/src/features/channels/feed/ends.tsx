import { Trans } from '@lingui/react/macro';
import { KeptFor } from '../../../lib/words/kept-for';
import { Icon } from '../../../ui/display/icon';
import type { ChannelShown } from '../list/channels.graphql';

/** Shows in the composer for how long new messages are stored. */
export function Ends({ channel: { keptSeconds } }: { channel: ChannelShown }) {
  return (
    <>
      <Icon name="clock" size="xs" />
      <Trans>
        Se borra en <KeptFor seconds={keptSeconds} />
      </Trans>
    </>
  );
}
