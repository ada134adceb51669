import { useCallback, useEffect, useRef, useState } from 'react';
import { useMutation, type AnyVariables, type DocumentInput } from 'urql';
import { focusFirstInvalidField, takeSubmittedForm } from '../page/first-invalid-field';
import { fieldProblemText, requestProblemOf, problemText, type RequestProblem } from './errors';

export interface MutationState<Data, Variables extends AnyVariables> {
  /** Returns the data, or undefined on an error; then `problem` is set. */
  run: (variables: Variables) => Promise<Data | undefined>;
  isBusy: boolean;
  problem: RequestProblem | undefined;
  /** Error message in the language of the page. */
  message: string | undefined;
  /** Error message for one input. */
  fieldMessage: (field: string) => string | undefined;
  clear: () => void;
}

/**
 * Hook for a mutation with its loading state and error. On an error, the form focuses its first invalid field.
 * `changes` names types that the mutation changes but its result does not contain.
 */
export function useMutationState<Data, Variables extends AnyVariables>(
  document: DocumentInput<Data, Variables>,
  changes?: string[],
): MutationState<Data, Variables> {
  const [{ fetching }, execute] = useMutation<Data, Variables>(document);
  const [problem, setProblem] = useState<RequestProblem>();
  const form = useRef<HTMLFormElement>(undefined);
  useEffect(() => {
    if (problem) focusFirstInvalidField(form.current);
  }, [problem]);
  const run = useCallback(
    async (variables: Variables) => {
      form.current = takeSubmittedForm();
      setProblem(undefined);
      const { data, error } = await execute(variables, changes && { additionalTypenames: changes });
      const refused = requestProblemOf(error);
      setProblem(refused);
      return refused ? undefined : data;
    },
    [execute, changes],
  );
  return {
    run,
    isBusy: fetching,
    problem,
    message: problem && problemText(problem),
    fieldMessage: (field) =>
      problem?.fields[field] ? fieldProblemText(problem.fields[field]) : undefined,
    clear: () => setProblem(undefined),
  };
}

/** Like `useMutationState`, but for any promise, such as a form that posts to a REST route. */
export function useAsyncState<Args extends unknown[]>(work: (...args: Args) => Promise<void>) {
  const [isBusy, setBusy] = useState(false);
  const run = useCallback(
    async (...args: Args) => {
      setBusy(true);
      await work(...args).finally(() => setBusy(false));
    },
    [work],
  );
  return { run, isBusy };
}
