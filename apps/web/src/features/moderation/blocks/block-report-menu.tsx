import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { IconButton } from '../../../ui/actions/button';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { Sheet } from '../../../ui/actions/sheet';
import { BlockSheet } from './block-sheet';
import { type BlockableTarget, ReportSheet } from '../reports/report-sheet';

interface PartingMenuProps {
  target: BlockableTarget;
  /** The author's or person's name. */
  name: string;
  /** Actions that the server allows; only `block` and `report` are used here. */
  viewerCan: readonly string[];
  isAlly?: boolean;
  /** Called after a block, and after it was undone. */
  onChanged: () => void;
}

/** Menu with "block" and "report" for a person, an introduction or a message; renders nothing if neither is allowed. */
export function BlockReportMenu({ target, name, viewerCan, isAlly, onChanged }: PartingMenuProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState<'menu' | 'block' | 'report'>();
  const close = () => setOpen(undefined);
  const canBlock = viewerCan.includes('block');
  const canReport = viewerCan.includes('report');
  if (!canBlock && !canReport) return null;
  return (
    <>
      <IconButton icon="more" label={t`Más acciones`} onClick={() => setOpen('menu')} />
      <Sheet isOpen={open === 'menu'} onClose={close} title={name}>
        <Rows>
          {canReport && (
            <Row
              onClick={() => setOpen('report')}
              start={<IconTile icon="flag" look="plain" />}
              title={<Trans>Reportar</Trans>}
            />
          )}
          {canBlock && (
            <Row
              onClick={() => setOpen('block')}
              start={<IconTile icon="block" look="plain" />}
              title={<Trans>Bloquear</Trans>}
            />
          )}
        </Rows>
      </Sheet>
      <ReportSheet isOpen={open === 'report'} onClose={close} target={target} />
      <BlockSheet
        isOpen={open === 'block'}
        onClose={close}
        target={target}
        name={name}
        {...(isAlly && { isAlly })}
        onChanged={onChanged}
      />
    </>
  );
}
