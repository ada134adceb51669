import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState, type ChangeEvent } from 'react';
import { Banner, ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { Card } from '../../ui/display/card';
import { FormProblem } from '../../ui/forms/form-problem';
import { SaveChainHead } from './save-chain-head';
import { useChainVerification, type VerificationResult } from './use-chain-verification';
import { chainFaultText } from './chain-fault-text';

/** Verifies the audit chain, and offers its head for download. */
export function VerifyChain() {
  const { verify, progress, result, problem } = useChainVerification();
  const [heads, setHeads] = useState('');
  const isBusy = progress !== undefined;
  const percent = Math.floor((progress ?? 0) * 100);
  return (
    <Card aria-labelledby="chain-title">
      <div className="stack stack--1">
        <h2 className="h3" id="chain-title">
          <Trans>¿Está entero el registro?</Trans>
        </h2>
        <p className="muted">
          <Trans>
            Cada registro lleva la huella del anterior: si alguien cambia, quita, agrega o mueve
            uno, se nota.
          </Trans>
        </p>
      </div>
      <FormProblem problem={problem} />
      {result && <Result result={result} />}
      {isBusy && (
        <p role="status">
          <Trans>Comprobando: {percent} %</Trans>
        </p>
      )}
      <div className="btns">
        <Button kind="primary" isBusy={isBusy} onClick={() => void verify(heads)}>
          <Trans>Comprobar ahora</Trans>
        </Button>
        <SaveChainHead />
      </div>
      <OwnHeads isWrong={problem?.fields['heads'] !== undefined} onRead={setHeads} />
    </Card>
  );
}

function Result({ result }: { result: VerificationResult }) {
  const { faults, total, heads, unnamed, unreadableHeads } = result;
  if (faults.length + unnamed > 0) return <Broken result={result} />;
  return (
    <Banner look="ok" role="status" title={<Trans>Está entero</Trans>}>
      <Plural value={total} one="Se leyó # registro." other="Se leyeron # registros." />{' '}
      {heads > 0 ? (
        <Plural
          value={heads}
          one="Coincide con la huella guardada aparte."
          other="Coincide con las # huellas guardadas aparte."
        />
      ) : (
        <Trans>No hay huellas guardadas aparte: si faltara el final, no se podría notar.</Trans>
      )}
      <Unreadable count={unreadableHeads} />
    </Banner>
  );
}

function Unreadable({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <>
      {' '}
      <Plural
        value={count}
        one="Una línea de lo guardado aparte no se puede leer."
        other="# líneas de lo guardado aparte no se pueden leer."
      />
    </>
  );
}

function Broken({ result: { faults, unnamed, unreadableHeads } }: { result: VerificationResult }) {
  const { i18n } = useLingui();
  return (
    <Banner look="danger" role="alert" title={<Trans>No está entero</Trans>}>
      <ul className="bullets">
        {faults.map((fault, at) => (
          <li key={at}>{chainFaultText(i18n, fault)}</li>
        ))}
      </ul>
      {unnamed > 0 && <Plural value={unnamed} one="Y # lugar más." other="Y # lugares más." />}{' '}
      <Trans>Guarda este resultado y avisa, fuera de Trama, a quien opera el servidor.</Trans>
      <Unreadable count={unreadableHeads} />
    </Banner>
  );
}

interface OwnHeadsProps {
  /** Whether the server could not parse the uploaded heads. */
  isWrong: boolean;
  onRead: (text: string) => void;
}

/** Lets an auditor upload heads that were stored elsewhere, to compare them with the chain. */
function OwnHeads({ isWrong, onRead }: OwnHeadsProps) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const read = async ({ target: { files } }: ChangeEvent<HTMLInputElement>) => {
    const texts = await Promise.all([...(files ?? [])].map((file) => file.text()));
    setName([...(files ?? [])].map((file) => file.name).join(', '));
    onRead(texts.join('\n'));
  };
  return (
    <div className="stack stack--1">
      <div className="btns">
        <Button kind="text" onClick={() => input.current?.click()}>
          <Trans>Comparar con otra huella</Trans>
        </Button>
      </div>
      {name && <p className="xs muted breakable">{name}</p>}
      <ErrorBanner text={isWrong ? t`Ese archivo no es una huella del registro.` : undefined} />
      <input
        hidden
        ref={input}
        type="file"
        multiple
        accept=".json,.jsonl,.txt"
        onChange={(event) => void read(event)}
      />
    </div>
  );
}
