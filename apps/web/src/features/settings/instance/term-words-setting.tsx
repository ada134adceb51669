import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useMe } from '../../../lib/server/session';
import { Row, Rows } from '../../../ui/display/card';
import { Select } from '../../../ui/forms/field';
import { LoadFailed } from '../../../ui/page/load-failed';
import { Skeleton } from '../../../ui/display/skeleton';
import '../error-texts';
import { TermEditor } from './term-editor';
import { TERM_WORDS_QUERY, type TermWords } from './term-words.graphql';

/** Edits the synonyms of terms, one term at a time, and lists all that this instance added. */
export function TermWordsSetting() {
  const { language } = useMe();
  const [chosen, choose] = useState('');
  const [{ data, error }, execute] = useQuery({
    query: TERM_WORDS_QUERY,
    variables: { language },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  const problem = requestProblemOf(error);
  if (!data && problem) return <LoadFailed problem={problem} onRetry={again} />;
  if (!data) return <Skeleton kind="row" rows={4} />;
  const all = data.termWords;
  const open = all.find(({ term }) => term.id === chosen);
  return (
    <>
      <TermSelect all={all} chosen={chosen} onChoose={choose} />
      {open && <TermEditor key={open.term.id} words={open} onChanged={again} />}
      <Added all={all.filter(({ own }) => own.length > 0)} onChoose={choose} />
    </>
  );
}

interface TermSelectProps {
  all: readonly TermWords[];
  chosen: string;
  onChoose: (id: string) => void;
}

const SELECT = 'term';

function TermSelect({ all, chosen, onChoose }: TermSelectProps) {
  const { t } = useLingui();
  const kinds = [
    ['issue', t`Temas`],
    ['practice', t`Qué hace`],
    ['territory', t`Territorios`],
    ['skill', t`Sabe hacer`],
    ['language', t`Lenguas`],
  ] as const;
  return (
    <Select
      id={SELECT}
      label={t`¿De qué son las palabras?`}
      value={chosen}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{t`Elige…`}</option>
      {kinds.map(([kind, label]) => (
        <optgroup key={kind} label={label}>
          {all
            .filter((one) => one.kind === kind)
            .map(({ term }) => (
              <option key={term.id} value={term.id}>
                {term.name}
              </option>
            ))}
        </optgroup>
      ))}
    </Select>
  );
}

function Added({ all, onChoose }: Pick<TermSelectProps, 'all' | 'onChoose'>) {
  const { t } = useLingui();
  const open = (id: string) => {
    onChoose(id);
    document.getElementById(SELECT)?.focus();
  };
  return (
    <section className="stack stack--2">
      <h2>
        <Trans>Lo que sumó esta instancia</Trans>
      </h2>
      {all.length === 0 ? (
        <p className="muted">
          <Trans>Todavía nada. Cada tema ya trae palabras en los tres idiomas.</Trans>
        </p>
      ) : (
        <Rows label={t`Lo que sumó esta instancia`}>
          {all.map(({ term, own }) => (
            <Row
              key={term.id}
              title={term.name}
              note={own.map(({ word }) => word).join(', ')}
              onClick={() => open(term.id)}
            />
          ))}
        </Rows>
      )}
    </section>
  );
}
