import {
  ChannelDetails,
  type ChannelDetailsProps,
} from '../../features/channels/channel/channel-details';
import { useConfirm } from '../../features/signin/use-confirm';

/** What there is to know of the channel, with the password for what two people decide. */
export function Details(props: Omit<ChannelDetailsProps, 'onConfirm'>) {
  const { confirm, sheet } = useConfirm();
  return (
    <>
      <ChannelDetails {...props} onConfirm={confirm} />
      {sheet}
    </>
  );
}
