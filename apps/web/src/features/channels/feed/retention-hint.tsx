import { Trans } from '@lingui/react/macro';
import { RetentionLabel } from '../../../lib/text/retention-label';
import { Icon } from '../../../ui/display/icon';
import type { ChannelData } from '../list/message-history.graphql';

/** Shows in the composer for how long new messages are stored. */
export function RetentionHint({ channel: { keptSeconds } }: { channel: ChannelData }) {
  return (
    <>
      <Icon name="clock" size="xs" />
      <Trans>
        Se borra en <RetentionLabel seconds={keptSeconds} />
      </Trans>
    </>
  );
}
