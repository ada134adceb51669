import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/actions/button';
import { EditableListItem } from '../../ui/forms/editable-list-item';
import { FieldError, OptionalLabel } from '../../ui/forms/field';
import {
  type EditableList,
  type ListEntry,
  useEditableList,
} from '../../ui/forms/use-editable-list';

/** The server accepts no more. */
const MOST = 5;

interface QuestionEntry extends ListEntry {
  readonly text: string;
}

/** State of the join questions of a group while they are edited. */
export const useJoinQuestions = (initial: readonly string[]): EditableList<QuestionEntry> =>
  useEditableList(() => initial.map(entryOf));

/** The questions to save: without removed and blank ones. */
export const writtenQuestions = ({ kept }: EditableList<QuestionEntry>): string[] =>
  kept.map(({ text }) => text).filter((text) => text.trim() !== '');

/** The part of an edit's input: the questions, and the loaded ones if they differ; otherwise nothing. */
export function changedQuestions(before: readonly string[], list: EditableList<QuestionEntry>) {
  const questions = writtenQuestions(list);
  const isSame =
    questions.length === before.length && questions.every((text, at) => text === before[at]);
  return isSame ? {} : { questions, questionsBefore: [...before] };
}

const entryOf = (text: string): QuestionEntry => ({
  ...{ id: `question-${crypto.randomUUID()}`, isRetired: false, text },
});
const inputId = (id: string) => `${id}-text`;

interface JoinQuestionsFieldProps {
  list: EditableList<QuestionEntry>;
  error: string | undefined;
}

/** Edits the questions that everybody who asks to join must answer, in their order. */
export function JoinQuestionsField({ list, error }: JoinQuestionsFieldProps) {
  const { t } = useLingui();
  const isFull = list.kept.length >= MOST;
  const add = () => {
    const entry = entryOf('');
    list.add(entry, inputId(entry.id));
  };
  return (
    <fieldset className={error ? 'field field--error' : 'field'}>
      <legend>
        <Trans>Preguntas para quien pide entrar</Trans> <OptionalLabel />
      </legend>
      <span className="hint">
        <Trans>
          Hasta cinco. Hay que responder todas, y solo quien sostiene el grupo lee las respuestas.
        </Trans>
      </span>
      <FieldError id="questions-error" error={error} />
      <div className="stack stack--3">
        <ol className="stack stack--3">
          {list.entries.map((entry, at) => (
            <EditableListItem
              key={entry.id}
              {...{ entry, list, place: at + 1, canRetire: true, canRestore: !isFull }}
              name={entry.text || t`pregunta nueva`}
              title={<Trans>Pregunta {at + 1}</Trans>}
              removalNote={<Trans>Se quita cuando guardes.</Trans>}
            >
              <textarea
                id={inputId(entry.id)}
                className="input"
                aria-label={t`Pregunta ${at + 1}`}
                rows={2}
                maxLength={200}
                value={entry.text}
                onChange={(event) => list.change(entry.id, { text: event.target.value })}
              />
            </EditableListItem>
          ))}
        </ol>
        {isFull ? (
          <p className="muted">
            <Trans>Caben cinco preguntas como máximo.</Trans>
          </p>
        ) : (
          <Button icon="plus" block onClick={add}>
            <Trans>Sumar una pregunta</Trans>
          </Button>
        )}
      </div>
    </fieldset>
  );
}
