import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { focusFirstInvalidField } from '../../../lib/page/first-invalid-field';
import { saveFile } from '../../../lib/device/save-file';
import { Button } from '../../../ui/actions/button';
import { ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { TextField } from '../../../ui/forms/field';
import '../../../ui/styles/application-file.css';

interface PhraseCardProps {
  words: readonly string[];
  lead: ReactNode;
  goLabel: ReactNode;
  isBusy?: boolean;
  /** Why going on failed. */
  problem?: string | undefined;
  /** Called when the person continues, after they copied, saved, printed or wrote down the words. */
  onSaved: () => void;
}

const folded = (word: string) =>
  word.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/**
 * Shows a recovery phrase once. Going on needs proof that it was saved: one of the buttons, or the last word, which a person
 * who wrote it down can type.
 */
export function PhraseCard({ words, lead, goLabel, onSaved, ...state }: PhraseCardProps) {
  const { t } = useLingui();
  const [isSaved, setSaved] = useState(false);
  const [lastWord, setLastWord] = useState('');
  const [isRefused, setRefused] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const isDone = isSaved || folded(lastWord) === folded(words.at(-1) ?? '');
  useEffect(() => heading.current?.focus(), []);
  useLeaveWarning(!isDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isDone) return onSaved();
    setRefused(true);
    setTimeout(() => focusFirstInvalidField(form.current ?? undefined));
  };
  return (
    <form ref={form} className="stack stack--5" noValidate onSubmit={submit}>
      <div className="stack stack--2">
        <h1 ref={heading} tabIndex={-1}>
          <Trans>Guarda la frase de tu pedido</Trans>
        </h1>
        <p>{lead}</p>
      </div>
      <Card className="stack--3">
        <ol className="receipt" aria-label={t`La frase de tu pedido`}>
          {words.map((word, at) => (
            <li key={at}>{word}</li>
          ))}
        </ol>
        <SaveButtons words={words} onSaved={() => setSaved(true)} />
      </Card>
      {!isSaved && (
        <TextField
          label={t`Si la escribiste a mano, escribe aquí la última palabra`}
          autoComplete="off"
          autoCapitalize="none"
          value={lastWord}
          error={
            isRefused && !isDone
              ? t`Copia, descarga o imprime la frase, o escribe su última palabra.`
              : undefined
          }
          onChange={({ target }) => setLastWord(target.value)}
        />
      )}
      <ErrorBanner text={state.problem} />
      <Button kind="primary" block type="submit" isBusy={state.isBusy ?? false}>
        {goLabel}
      </Button>
    </form>
  );
}

function SaveButtons({ words, onSaved }: { words: readonly string[]; onSaved: () => void }) {
  const { t } = useLingui();
  const [isCopied, setCopied] = useState(false);
  const text = words.join(' ');
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    onSaved();
  };
  const save = () => {
    saveFile(new Blob([`${text}\n`], { type: 'text/plain' }), t`frase.txt`);
    onSaved();
  };
  const print = () => {
    window.print();
    onSaved();
  };
  return (
    <div className="btns">
      <Button onClick={() => void copy().catch(() => undefined)}>
        {isCopied ? <Trans>Copiada</Trans> : <Trans>Copiar las palabras</Trans>}
      </Button>
      <Button onClick={save}>
        <Trans>Descargar</Trans>
      </Button>
      <Button onClick={print}>
        <Trans>Imprimir</Trans>
      </Button>
    </div>
  );
}

/** Makes the browser ask before the page is closed or left. */
function useLeaveWarning(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isNeeded]);
}
