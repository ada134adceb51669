import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/actions/button';
import { type ReportTarget, ReportSheet } from './report-sheet';

interface ReportButtonProps {
  target: ReportTarget;
  /** Label for places where the default would be ambiguous. */
  label?: string;
  ariaLabel?: string;
  /** For something in a case; see `ReportSheet`. */
  caseNotice?: ReactNode;
}

/**
 * Reports something whose author cannot be blocked: a group, an organisation, an application, a picture or a supporter.
 */
export function ReportButton({ target, label, ariaLabel, caseNotice }: ReportButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="text" small icon="flag" aria-label={ariaLabel} onClick={() => setOpen(true)}>
        {label ?? <Trans>Reportar</Trans>}
      </Button>
      <ReportSheet {...{ isOpen, target, caseNotice }} onClose={() => setOpen(false)} />
    </>
  );
}
