import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { InterpreterChoice } from '../../../gql/types';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useNews } from '../../../lib/server/use-news';
import { Button } from '../../../ui/actions/button';
import { Card, IconTile } from '../../../ui/display/card';
import { Skeleton } from '../../../ui/display/skeleton';
import { FormProblem } from '../../../ui/forms/form-problem';
import { LoadFailed } from '../../../ui/page/load-failed';
import '../calls/error-texts';
import { CHOOSE_INTERPRETER, FIND_INTERPRETER, type Interpreting } from './interpreters.graphql';
import { useLanguageNames } from './use-language-names';

interface ChooseInterpreterProps {
  requestId: string;
  /** The free times, shown once no interpreter is needed or the requester agreed to one. */
  children: ReactNode;
}

/** Lets the requester agree to an interpreter, where one is needed, before they see free times. */
export function ChooseInterpreter({ requestId, children }: ChooseInterpreterProps) {
  const { found, choose, find, problem, isBusy } = useInterpreting(requestId);
  if (!found && problem) return <LoadFailed problem={problem} onRetry={() => void find()} />;
  if (!found) return <Skeleton rows={3} />;
  const { isNeeded, isWithout, interpreter } = found;
  const isReady = !isNeeded || interpreter?.isAgreed === true;
  const act = { choose, isBusy };
  return (
    <>
      {interpreter && <InterpreterCard interpreter={interpreter} {...act} />}
      {isNeeded && !interpreter && <NobodyFits requestId={requestId} {...act} />}
      <FormProblem problem={problem} />
      {isReady && children}
      {isWithout && (
        <Button kind="text" small isBusy={isBusy} onClick={() => void choose('search')}>
          <Trans>Buscar a alguien que interprete</Trans>
        </Button>
      )}
    </>
  );
}

function useInterpreting(requestId: string) {
  const [found, setFound] = useState<Interpreting>();
  const finding = useMutationState(FIND_INTERPRETER);
  const choosing = useMutationState(CHOOSE_INTERPRETER);
  const run = finding.run;
  const find = useCallback(async () => {
    const data = await run({ id: requestId });
    if (data) setFound(data.findInterpreter);
  }, [run, requestId]);
  useEffect(() => {
    // Deferred, so that a page that is left at once counts no look-up.
    const timer = setTimeout(() => void find());
    return () => clearTimeout(timer);
  }, [find]);
  // The interpreter may have left meanwhile. Without one, a look-up counts, and the requester decides when.
  useNews(['supportRequest'], () => {
    if (found?.interpreter) void find();
  });
  const choose = async (choice: InterpreterChoice) => {
    const interpreterId = found?.interpreter?.id ?? null;
    const data = await choosing.run({ input: { requestId, choice, interpreterId } });
    if (data) setFound(data.chooseInterpreter);
    else await find();
  };
  const problem = choosing.problem ?? finding.problem;
  return { found, find, choose, problem, isBusy: choosing.isBusy };
}

interface ChoiceProps {
  choose: (choice: InterpreterChoice) => Promise<void>;
  isBusy: boolean;
}

function InterpreterCard({
  interpreter: { name, languages, isAgreed },
  choose,
  isBusy,
}: ChoiceProps & { interpreter: NonNullable<Interpreting['interpreter']> }) {
  const { t } = useLingui();
  const namesOf = useLanguageNames();
  const between = namesOf(languages);
  return (
    <Card className="stack--3">
      <div className="inline inline--3">
        <IconTile icon="channel" />
        <div className="grow stack stack--1">
          <h2 className="h3">{t`Con intérprete: ${name}`}</h2>
          <p className="muted">
            <Trans>
              Interpreta entre {between}. Verá la hora, los idiomas y el enlace; nada de tu pedido.
              En la llamada puede llegar a saber quién eres.
            </Trans>
          </p>
        </div>
      </div>
      {!isAgreed && (
        <Button kind="primary" block isBusy={isBusy} onClick={() => void choose('agree')}>
          <Trans>De acuerdo, que venga {name}</Trans>
        </Button>
      )}
      <span className="btns">
        <Button kind="text" small isBusy={isBusy} onClick={() => void choose('refuse')}>
          <Trans>Prefiero a otra persona</Trans>
        </Button>
        <Button kind="text" small isBusy={isBusy} onClick={() => void choose('without')}>
          <Trans>Prefiero sin intérprete</Trans>
        </Button>
      </span>
      <p className="xs muted">
        <Trans>Si prefieres a otra persona, {name} no aparecerá de nuevo en este caso.</Trans>
      </p>
    </Card>
  );
}

function NobodyFits({ requestId, choose, isBusy }: ChoiceProps & { requestId: string }) {
  return (
    <Card className="stack--3">
      <h2 className="h3">
        <Trans>Ahora nadie más puede interpretar esta llamada</Trans>
      </h2>
      <p className="muted">
        <Trans>
          Tú y quien te acompaña no hablan un mismo idioma. Puedes volver más tarde, escribirle{' '}
          <Link to={`/support/${requestId}`}>en tu caso</Link> o conversar sin intérprete.
        </Trans>
      </p>
      <Button block isBusy={isBusy} onClick={() => void choose('without')}>
        <Trans>Seguir sin intérprete</Trans>
      </Button>
    </Card>
  );
}
