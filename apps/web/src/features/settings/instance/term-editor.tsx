import { Trans, useLingui } from '@lingui/react/macro';
import { useMe } from '../../../lib/server/session';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { Card, Row, Rows } from '../../../ui/display/card';
import { FormProblem } from '../../../ui/forms/form-problem';
import { LANGUAGES } from '../../../ui/forms/switches';
import { useToast } from '../../../ui/actions/toast';
import { AddTermWord } from './add-term-word';
import {
  ADD_TERM_WORD,
  type InstanceWord,
  REMOVE_TERM_WORD,
  type TermWords,
} from './term-words.graphql';

interface TermEditorProps {
  words: TermWords;
  onChanged: () => void;
}

/** Synonyms of one term: built-in ones, and those of this instance, which can be added and removed. */
export function TermEditor({ words, onChanged }: TermEditorProps) {
  const { term, builtIn, own } = words;
  return (
    <Card aria-label={term.name}>
      <h2>{term.name}</h2>
      <p className="xs muted breakable">
        <Trans>Ya se encuentra con: {builtIn.join(', ')}.</Trans>
      </p>
      {own.length > 0 && (
        <Rows label={term.name}>
          {own.map((word) => (
            <WordRow key={word.id} word={word} termId={term.id} onChanged={onChanged} />
          ))}
        </Rows>
      )}
      <AddTermWord termId={term.id} onAdded={onChanged} />
    </Card>
  );
}

interface WordRowProps {
  word: InstanceWord;
  termId: string;
  onChanged: () => void;
}

/** Removes a synonym, and offers to undo it. */
function useRemoving({ word: { id, language, word }, termId, onChanged }: WordRowProps) {
  const { t } = useLingui();
  const me = useMe();
  const toast = useToast();
  const remove = useMutationState(REMOVE_TERM_WORD);
  const add = useMutationState(ADD_TERM_WORD);
  const undo = () => {
    const input = { term: termId, language, word };
    return add.run({ input, language: me.language }).then(onChanged);
  };
  const act = async () => {
    if (!(await remove.run({ id }))) return;
    toast({ text: t`Palabra quitada`, onUndo: () => void undo() });
    onChanged();
  };
  return { ...remove, act };
}

function WordRow(props: WordRowProps) {
  const { language, word, alsoNames } = props.word;
  const { act, isBusy, problem } = useRemoving(props);
  const spoken = LANGUAGES.find(({ value }) => value === language)?.label;
  const others = alsoNames.map(({ name }) => name).join(', ');
  return (
    <Row
      title={<span lang={language}>{word}</span>}
      note={
        <>
          {spoken}
          {others && (
            <>
              {' · '}
              <Trans>También lleva a: {others}</Trans>
            </>
          )}
          <FormProblem problem={problem} />
        </>
      }
      end={
        <Button small kind="text" isBusy={isBusy} onClick={() => void act()}>
          <Trans>Quitar</Trans>
          <span className="vh"> {word}</span>
        </Button>
      }
    />
  );
}
