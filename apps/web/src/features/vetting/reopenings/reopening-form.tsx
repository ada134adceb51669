import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ReopeningOpinion } from '../../../gql/types';
import { fieldProblemText } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Badge } from '../../../ui/display/badge';
import { Button } from '../../../ui/actions/button';
import { Card } from '../../../ui/display/card';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextArea } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { JUDGE_REOPENING, type ReopeningFile } from './reopening.graphql';

interface ReopeningFormProps {
  file: ReopeningFile;
  onWritten: () => void;
}

/** The viewer's opinion, given once; afterwards the others' opinions are visible. */
export function ReopeningForm({ file, onWritten }: ReopeningFormProps) {
  return file.ownOpinion ? <Opinions file={file} /> : <Form file={file} onWritten={onWritten} />;
}

function Form({ file: { id }, onWritten }: ReopeningFormProps) {
  const { t } = useLingui();
  const judge = useMutationState(JUDGE_REOPENING);
  const [says, setSays] = useState<ReopeningOpinion>();
  const [words, setWords] = useState('');
  const [isSent, setSent] = useState(false);
  const send = async () => {
    setSent(true);
    if (says && (await judge.run({ input: { id, says, words } }))) onWritten();
  };
  return (
    <div className="stack">
      <Saying says={says} onSay={setSays} isMissing={isSent && !says} />
      <TextArea
        label={t`Por qué`}
        hint={t`Lo lee quien también mira y, si dos ven algo, moderación. Se destruye con la revisión.`}
        rows={4}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        error={judge.fieldMessage('words')}
      />
      <FormProblem problem={judge.problem} />
      <Button kind="primary" block isBusy={judge.isBusy} onClick={() => void send()}>
        <Trans>Enviar lo que pienso</Trans>
      </Button>
    </div>
  );
}

interface SayingProps {
  says: ReopeningOpinion | undefined;
  onSay: (says: ReopeningOpinion) => void;
  isMissing: boolean;
}

function Saying({ says, onSay, isMissing }: SayingProps) {
  const box = (one: ReopeningOpinion) => ({
    name: 'says',
    checked: says === one,
    onChange: () => onSay(one),
  });
  return (
    <ChoiceGroup
      legend={<Trans>Después de leerlo</Trans>}
      error={isMissing ? fieldProblemText('missing') : undefined}
    >
      <Choice {...box('stays')}>
        <Trans>Sigue como está</Trans>
      </Choice>
      <Choice {...box('concern')}>
        <Trans>Moderación debería mirarlo</Trans>
      </Choice>
    </ChoiceGroup>
  );
}

function Opinions({ file: { ownOpinion, otherOpinions } }: { file: ReopeningFile }) {
  return (
    <section className="stack stack--3">
      <h2 className="h3">
        <Trans>Lo que se pensó</Trans>
      </h2>
      {ownOpinion && <Opinion {...ownOpinion} isMine />}
      {otherOpinions.map((one) => (
        <Opinion key={one.says + one.words} {...one} />
      ))}
      <p className="xs muted">
        {otherOpinions.length === 0 ? (
          <Trans>Falta que otra persona diga lo que piensa.</Trans>
        ) : (
          <Trans>No coinciden: falta una tercera persona.</Trans>
        )}
      </p>
    </section>
  );
}

type OpinionProps = ReopeningFile['otherOpinions'][number] & { isMine?: boolean };

function Opinion({ says, words, isMine }: OpinionProps) {
  return (
    <Card className="stack--2 card--flat">
      <span className="inline between">
        <b>{isMine ? <Trans>Tu opinión</Trans> : <Trans>Otra persona</Trans>}</b>
        <Badge look={says === 'stays' ? 'ok' : 'clay'}>
          {says === 'stays' ? <Trans>Sigue</Trans> : <Trans>Que lo mire moderación</Trans>}
        </Badge>
      </span>
      <span className="said">{words}</span>
    </Card>
  );
}
