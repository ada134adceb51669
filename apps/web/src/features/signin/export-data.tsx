import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import {
  fieldProblemText,
  isOtherAccount,
  type RequestProblem,
  problemFromBody,
} from '../../lib/server/errors';
import { accountHeader, restartPage } from '../../lib/device/page-account';
import { saveFile } from '../../lib/device/save-file';
import { useAsyncState } from '../../lib/server/use-mutation-state';
import { Button } from '../../ui/actions/button';
import { FormProblem } from '../../ui/forms/form-problem';
import { Sheet } from '../../ui/actions/sheet';
import { useToast } from '../../ui/actions/toast';
import { OwnSecretField } from './own-secret-field';
import './error-texts';

interface ExportDataProps {
  isOpen: boolean;
  onClose: () => void;
  hasPassword: boolean;
}

/** Exports the viewer's data. The file is part of the response: there is no link that another person could use. */
export function ExportData({ isOpen, onClose, hasPassword }: ExportDataProps) {
  const { t } = useLingui();
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={t`Descargar mis datos`}>
      <p>
        <Trans>
          Un archivo con lo que Trama guarda de ti: tu perfil, lo que escribiste, tus grupos y tus
          sesiones. Guárdalo en un lugar seguro; no está cifrado.
        </Trans>
      </p>
      <ExportForm hasPassword={hasPassword} onDone={onClose} />
    </Sheet>
  );
}

function ExportForm({ hasPassword, onDone }: { hasPassword: boolean; onDone: () => void }) {
  const { t } = useLingui();
  const toast = useToast();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<RequestProblem>();
  const { run, isBusy } = useAsyncState(async () => {
    const answer = await ask(password);
    setProblem(answer.problem);
    if (!answer.file) return;
    saveFile(answer.file, 'trama.json');
    toast({ text: t`El archivo está entre tus descargas.`, icon: 'download' });
    onDone();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run();
  };
  const wrong = problem?.fields['password'];
  return (
    <form className="stack" onSubmit={submit}>
      <FormProblem problem={problem} />
      <OwnSecretField
        id="export-password"
        hasPassword={hasPassword}
        value={password}
        onChange={setPassword}
        error={wrong && fieldProblemText(wrong)}
      />
      <Button kind="primary" block icon="download" type="submit" isBusy={isBusy}>
        <Trans>Descargar</Trans>
      </Button>
    </form>
  );
}

async function ask(password: string): Promise<{ file?: Blob; problem?: RequestProblem }> {
  const answer = await fetch('/auth/export', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...accountHeader() },
    body: JSON.stringify({ password }),
  }).catch(() => undefined);
  if (answer?.ok) return { file: await answer.blob() };
  if (!answer) return { problem: { code: 'OFFLINE', fields: {} } };
  const problem = problemFromBody(
    (await answer.json().catch(() => ({}))) as Partial<RequestProblem>,
  );
  if (isOtherAccount(problem)) restartPage();
  return { problem };
}
