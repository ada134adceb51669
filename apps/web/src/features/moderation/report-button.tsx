import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { type ReportTarget, ReportSheet } from './report-sheet';

/** Reports a group, an organisation or an application, which nobody can be blocked for. */
export function ReportButton({ target }: { target: ReportTarget }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="text" small icon="flag" onClick={() => setOpen(true)}>
        <Trans>Avisar a moderación</Trans>
      </Button>
      <ReportSheet isOpen={isOpen} onClose={() => setOpen(false)} target={target} />
    </>
  );
}
