import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Client } from 'urql';
import { badgeCount } from '../../features/channels/feed/channel-badge-count';
import { CHANNELS_QUERY } from '../../features/channels/list/listed-channels.graphql';
import { channelsInOrder } from '../../features/channels/list/channel-sections';

interface Page {
  readonly client: Client;
  readonly pathname: string;
  readonly navigate: (to: string) => unknown;
  readonly toast: (toast: { text: string }) => void;
}

/**
 * Opens the next channel with unread messages after the open one, in list order, starting again at the top. Does nothing
 * if the person opened another page before the answer came.
 */
export async function openNextUnread({ client, pathname, navigate, toast }: Page): Promise<void> {
  const { href } = location;
  const { data } = await client
    .query(CHANNELS_QUERY, {}, { requestPolicy: 'network-only' })
    .toPromise();
  if (location.href !== href) return;
  const channels = channelsInOrder(data?.channels ?? []);
  const here = channels.findIndex(({ id }) => pathname.startsWith(`/channels/${id}`));
  const others = [...channels.slice(here + 1), ...channels.slice(0, Math.max(0, here))];
  const next = others.find((one) => badgeCount(one) > 0);
  if (next) navigate(`/channels/${next.id}`);
  else toast({ text: i18n._(msg`No tienes mensajes sin leer`) });
}
