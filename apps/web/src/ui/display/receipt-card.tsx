import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button } from '../actions/button';
import { Card } from './card';

interface ReceiptCardProps {
  words: readonly string[];
  /** Called once the person copied it, or said that it is written down. */
  onSaved: () => void;
  children?: ReactNode;
}

/** Words that are shown once. Leaving needs a sign that they were kept. */
export function ReceiptCard({ words, onSaved, children }: ReceiptCardProps) {
  const { t } = useLingui();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(words.join(' '));
    setCopied(true);
    onSaved();
  };
  return (
    <Card>
      <ol className="receipt" aria-label={t`Tu comprobante`}>
        {words.map((word, at) => (
          <li key={`${at}${word}`}>{word}</li>
        ))}
      </ol>
      {children}
      <div className="btns">
        <Button kind="line" onClick={() => void copy()} icon={isCopied ? 'check' : 'archive'}>
          {isCopied ? <Trans>Copiado</Trans> : <Trans>Copiar las palabras</Trans>}
        </Button>
        <Button kind="line" onClick={onSaved}>
          <Trans>Ya las anoté</Trans>
        </Button>
      </div>
    </Card>
  );
}
