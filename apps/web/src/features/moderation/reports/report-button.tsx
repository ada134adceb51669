import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/actions/button';
import { type ReportTarget, ReportSheet } from './report-sheet';

interface ReportButtonProps {
  target: ReportTarget;
  /** Label for places where the default would be ambiguous. */
  label?: string;
}

/** Reports something whose author cannot be blocked: a group, an organisation, an application or a picture. */
export function ReportButton({ target, label }: ReportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="text" small icon="flag" onClick={() => setOpen(true)}>
        {label ?? <Trans>Avisar a moderación</Trans>}
      </Button>
      <ReportSheet isOpen={isOpen} onClose={() => setOpen(false)} target={target} />
    </>
  );
}
