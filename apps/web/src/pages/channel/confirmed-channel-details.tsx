import {
  ChannelDetails,
  type ChannelDetailsProps,
} from '../../features/channels/channel/channel-details';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';

/** Details of a channel, with the password dialog for two-person acts. */
export function ConfirmedChannelDetails(props: Omit<ChannelDetailsProps, 'onConfirm'>) {
  const { confirm, sheet } = usePasswordConfirmation();
  return (
    <>
      <ChannelDetails {...props} onConfirm={confirm} />
      {sheet}
    </>
  );
}
