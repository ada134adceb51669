import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { requestProblemOf, problemText } from '../../lib/server/errors';
import { saveFile } from '../../lib/device/save-file';
import { Button } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { AUDIT_HEAD_QUERY } from './audit.graphql';

/**
 * Downloads the head of the audit chain. A copy stored elsewhere later shows whether entries at the end were deleted.
 */
export function SaveChainHead() {
  const { t } = useLingui();
  const client = useClient();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const options = { requestPolicy: 'network-only' } as const;
    const { data, error } = await client.query(AUDIT_HEAD_QUERY, {}, options).toPromise();
    setBusy(false);
    const problem = requestProblemOf(error);
    if (!data) return toast({ text: problem ? problemText(problem) : '' });
    const { seq, hash, at } = data.auditHead;
    const line = `${JSON.stringify({ seq, hash, at })}\n`;
    saveFile(new Blob([line], { type: 'application/json' }), `trama-${seq}.json`);
    return toast({ text: t`La huella está entre tus descargas.`, icon: 'download' });
  };
  return (
    <Button icon="download" isBusy={isBusy} onClick={() => void save()}>
      <Trans>Guardar la huella</Trans>
    </Button>
  );
}
