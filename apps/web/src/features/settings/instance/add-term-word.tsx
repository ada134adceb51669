import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import type { Language } from '../../../gql/types';
import { useMe } from '../../../lib/server/session';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { TextField } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { LanguageSwitch } from '../../../ui/forms/switches';
import { useToast } from '../../../ui/actions/toast';
import { ADD_TERM_WORD, REMOVE_TERM_WORD } from './term-words.graphql';

const LONGEST = 60;

/** Adds a synonym to a term. If another term has the same synonym, the form says so and still adds it. */
export function AddTermWord({ termId, onAdded }: { termId: string; onAdded: () => void }) {
  const { t } = useLingui();
  const me = useMe();
  const toast = useToast();
  const add = useMutationState(ADD_TERM_WORD);
  const remove = useMutationState(REMOVE_TERM_WORD);
  const [word, setWord] = useState('');
  const [language, setLanguage] = useState<Language>(me.language);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const added = await add.run({ input: { term: termId, language, word }, language: me.language });
    if (!added) return;
    const { id, alsoNames } = added.addTermWord;
    const [other] = alsoNames;
    toast({
      text: other ? t`Palabra sumada. También lleva a: ${other.name}` : t`Palabra sumada`,
      onUndo: () => void remove.run({ id }).then(onAdded),
    });
    setWord('');
    onAdded();
  };
  return (
    <form className="stack stack--3" noValidate onSubmit={(event) => void submit(event)}>
      <FormProblem problem={add.problem} />
      <TextField
        label={t`Otra palabra o expresión`}
        hint={t`Como la escribe la gente, con o sin tildes.`}
        lang={language}
        maxLength={LONGEST}
        value={word}
        error={add.fieldMessage('word')}
        onChange={(event) => setWord(event.target.value)}
      />
      <LanguageSwitch value={language} onChange={setLanguage} />
      <Button kind="primary" type="submit" icon="plus" isBusy={add.isBusy}>
        <Trans>Sumar</Trans>
      </Button>
    </form>
  );
}
