import { type DoorRow, free, list } from './door-row.js';

/** Channels and what is said in them, and what a socket may emit. */
export const CHANNEL_ROWS: Readonly<Record<string, DoorRow>> = {
  'emit watch channel': 'Channel.watch',
  'emit watch organisation': 'Organisation.read',
  'emit watch profile': 'Profile.read',
  'emit unwatch': free('Only a room that this socket is in is left.'),
  'mutation archiveChannel': 'Channel.archive',
  'mutation bringBackConversation': 'Channel.bringBack',
  'mutation createChannel': 'Group.createChannel',
  'mutation deleteMessage': 'Message.delete',
  'mutation editMessage': 'Message.edit',
  'mutation markRead': 'Channel.read',
  'mutation pinMessage': 'Message.pin',
  'mutation postMessage': 'Channel.post',
  'mutation putAwayConversation': 'Channel.putAway',
  'mutation react': 'Message.react',
  'mutation removeMessage': 'Message.remove',
  'mutation renameChannel': 'Channel.rename',
  'query changes': 'Channel.read',
  'query channel': 'Channel.read',
  'query channels': list('Channel.read'),
  'query earlierTexts': 'Message.read',
  'query message': 'Message.read',
  'query messages': 'Channel.read',
  'query pinnedMessages': list('Message.read'),
  'query reactors': 'Message.read',
};
