import { useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { MessageActionsProps } from '../../features/channels/channel/channel-view';
import { MessageMenu, type MessageSheet } from '../../features/channels/messages/message-menu';
import type { BlockableTarget } from '../../features/moderation/reports/report-sheet';
import { lazyComponent } from '../../lib/server/lazy-component';
import { useAuthorName } from '../../ui/messages/author-name';
import type { MenuItem } from '../../ui/actions/menu';

const loadSheets = () => import('./block-and-report-sheets');
const Report = lazyComponent(() => loadSheets().then((all) => all.ReportSheet));
const Block = lazyComponent(() => loadSheets().then((all) => all.BlockSheet));

const loadOwn = () => import('../../features/channels/messages/message-sheets');
const SHEETS = {
  emoji: lazyComponent(() => loadOwn().then((all) => all.EmojiSheet)),
  reactors: lazyComponent(() => loadOwn().then((all) => all.ReactorsSheet)),
  earlier: lazyComponent(() => loadOwn().then((all) => all.EarlierTextsSheet)),
};

type Open = 'menu' | 'report' | 'block' | MessageSheet;

interface ActionsProps extends MessageActionsProps {
  onBlocked: () => void;
  /** In a thread: what moderators see of a reported message. */
  caseNotice?: ReactNode;
}

/** Menu of a message, including moderation actions. */
export function MessageActions(props: ActionsProps) {
  const [open, setOpen] = useState<Open>('menu');
  const others = useOthers(setOpen);
  const { chosen, onClose, onBlocked } = props;
  const { message } = chosen;
  const name = useAuthorName(message?.authorName ?? '');
  const target: BlockableTarget = { subject: 'Message', subjectId: message?.id ?? '' };
  const shut = { onClose, onFailed: onClose };
  if (open === 'menu') return <MessageMenu {...props} others={others} onOpen={setOpen} />;
  if (open === 'report')
    return <Report isOpen target={target} caseNotice={props.caseNotice} {...shut} />;
  if (open === 'block') {
    return <Block isOpen target={target} name={name} onChanged={onBlocked} {...shut} />;
  }
  const Sheet = SHEETS[open];
  return message && <Sheet message={message} {...shut} />;
}

/** Moderation actions that the server allows for this message. */
function useOthers(onOpen: (open: Open) => void) {
  const { t } = useLingui();
  const report = { icon: 'flag', label: t`Reportar` } as const;
  const block = { icon: 'block', label: t`Bloquear` } as const;
  return (can: readonly string[]): MenuItem[] => [
    ...(can.includes('report') ? [{ ...report, onSelect: () => onOpen('report') }] : []),
    ...(can.includes('block') ? [{ ...block, onSelect: () => onOpen('block') }] : []),
  ];
}
