import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { MessageActsProps } from '../../features/channels/conversation';
import { MessageMenu } from '../../features/channels/message-menu';
import type { PartingTarget } from '../../features/moderation/report-sheet';
import { later } from '../../lib/later';
import type { MenuItem } from '../../ui/menu';

const loadSheets = () => import('./parting-sheets');
const Report = later(() => loadSheets().then((all) => all.ReportSheet));
const Block = later(() => loadSheets().then((all) => all.BlockSheet));

/** The menu of a message, with what moderation adds to it. */
export function MessageActs(props: MessageActsProps & { onBlocked: () => void }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<'menu' | 'report' | 'block'>('menu');
  const { chosen, onClose, onBlocked } = props;
  const target: PartingTarget = { subject: 'Message', subjectId: chosen.message?.id ?? '' };
  const others = (can: readonly string[]): MenuItem[] => [
    ...(can.includes('report')
      ? [
          {
            icon: 'flag',
            label: t`Avisar a moderación`,
            onSelect: () => setOpen('report'),
          } as const,
        ]
      : []),
    ...(can.includes('block')
      ? [{ icon: 'block', label: t`Bloquear`, onSelect: () => setOpen('block') } as const]
      : []),
  ];
  const name = chosen.message?.authorName ?? '';
  if (open === 'report')
    return <Report isOpen onClose={onClose} target={target} onFailed={onClose} />;
  if (open === 'block') {
    return (
      <Block
        isOpen
        onClose={onClose}
        target={target}
        name={name}
        onChanged={onBlocked}
        onFailed={onClose}
      />
    );
  }
  return <MessageMenu {...props} others={others} />;
}
