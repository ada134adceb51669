import {
  ChannelDetails,
  type ChannelDetailsProps,
} from '../../features/channels/channel/channel-details';
import { useConfirm } from '../../features/signin/use-confirm';

/** Details of a channel, with the password dialog for two-person acts. */
export function Details(props: Omit<ChannelDetailsProps, 'onConfirm'>) {
  const { confirm, sheet } = useConfirm();
  return (
    <>
      <ChannelDetails {...props} onConfirm={confirm} />
      {sheet}
    </>
  );
}
