import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { fieldSentence, type Problem, sentence } from '../lib/errors';
import { type FormKind, forms, type KeptForm, outcomeOf } from '../lib/form-queue';
import { useToast } from './toast';

/** A form that is kept on this device before it is tried, and goes by itself when the line comes back. */
export function useKeptForm(kind: FormKind) {
  const { t } = useLingui();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  /** Whether it left the hands of the person; they hear of it when it waits. */
  const send = async (about: string, input: KeptForm['input'], said: string): Promise<boolean> => {
    setProblem(undefined);
    setBusy(true);
    const form = await forms.add({ kind, about, input });
    const outcome = await outcomeOf(form);
    setBusy(false);
    if (typeof outcome === 'object') {
      await forms.remove(form);
      setProblem(outcome.refused);
      return false;
    }
    const waits = t`Sin señal. Quedó guardado en este dispositivo y sale solo cuando vuelva.`;
    toast({ text: outcome === 'sent' ? said : waits });
    return true;
  };
  return {
    ...{ send, isBusy },
    message: problem && sentence(problem),
    fieldMessage: (field: string) =>
      problem?.fields[field] ? fieldSentence(problem.fields[field]) : undefined,
  };
}
