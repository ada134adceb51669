import type { ReactNode } from 'react';
import type { MutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { FormProblem } from '../../../ui/forms/form-problem';
import { TemplateText } from '../templates/template-text';
import type { SupportTemplatePurpose } from '../templates/templates.graphql';

interface MessageFormProps {
  label: string;
  hint: string;
  text: string;
  onText: (text: string) => void;
  state: Pick<MutationState<unknown, never>, 'problem' | 'isBusy' | 'fieldMessage'>;
  onSend: () => void;
  actLabel: ReactNode;
  /** The templates from which the text can start; by default none. */
  purposes?: readonly SupportTemplatePurpose[];
  /** Ids of the languages of the request. */
  languages?: readonly string[];
  children?: ReactNode;
}

const NONE: readonly never[] = [];

/** A text that the requester reads, with its button. */
export function MessageForm(props: MessageFormProps) {
  const { label, hint, text, onText, state, onSend, actLabel, children } = props;
  const { purposes = NONE, languages = NONE } = props;
  return (
    <form
      className="stack stack--3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      <TemplateText
        {...{ purposes, languages, label, hint }}
        rows={6}
        maxLength={4_000}
        value={text}
        onChange={onText}
        error={state.fieldMessage('words')}
      />
      <FormProblem problem={state.problem} />
      <Button kind="primary" block type="submit" isBusy={state.isBusy}>
        {actLabel}
      </Button>
    </form>
  );
}
