import type { ComponentType } from 'react';
import { lazyComponent } from '../../lib/server/lazy-component';
import { loadChannelCatalogue } from '../../lib/text/language';

/** Loads the parts that combine other features, with the message catalogue of channels. */
export const loadPageParts = async () =>
  (await Promise.all([import('./lazy-components-chunk'), loadChannelCatalogue()]))[0];

const part = <Props extends object>(
  pick: (all: Awaited<ReturnType<typeof loadPageParts>>) => ComponentType<Props>,
) => lazyComponent(() => loadPageParts().then(pick));

export const MessageActs = part((all) => all.MessageActions);
export const ChannelDetailsPart = part((all) => all.ConfirmedChannelDetails);

const PARTS = {
  AboveMessage: part((all) => all.AboveMessageText),
  ComposerAttachments: part((all) => all.ComposerAttachments),
  Microphone: part((all) => all.Microphone),
  UploadStatus: part((all) => all.UploadStatus),
};
export { PARTS as MESSAGE_PARTS };
