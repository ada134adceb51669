import type { ComponentType } from 'react';
import { lazyComponent } from '../../../lib/server/lazy-component';
import { loadChannelCatalogue } from '../../../lib/text/language';

/** Loads the components below and their message catalogue. */
export const loadChannelComponents = async () =>
  (await Promise.all([import('./lazy-components-chunk'), loadChannelCatalogue()]))[0];

const part = <Props extends object>(
  pick: (all: Awaited<ReturnType<typeof loadChannelComponents>>) => ComponentType<Props>,
) => lazyComponent(() => loadChannelComponents().then(pick));

export const AgreementsNotice = part((all) => all.AgreementsNotice);
export const AnswerBar = part((all) => all.AnswerBar);
export const BelowMessage = part((all) => all.BelowMessage);
export const BlockedMessage = part((all) => all.BlockedMessage);
export const ComposerPlaceholder = part((all) => all.ComposerPlaceholder);
export const FeedShortcuts = part((all) => all.FeedShortcuts);
export const FeedSwitcher = part((all) => all.FeedSwitcher);
export const GoToMessage = part((all) => all.GoToMessage);
export const JumpToUnread = part((all) => all.JumpToUnread);
export const MentionPicker = part((all) => all.MentionPicker);
export const MentionText = part((all) => all.MentionText);
export const NewMessagesPill = part((all) => all.NewMessagesPill);
export const NotStoredOffline = part((all) => all.NotStoredOffline);
export const PendingRetentionRequest = part((all) => all.PendingRetentionRequest);
export const RetentionHint = part((all) => all.RetentionHint);
export const RetentionNotice = part((all) => all.RetentionNotice);
export const TopicNotFound = part((all) => all.TopicNotFound);
