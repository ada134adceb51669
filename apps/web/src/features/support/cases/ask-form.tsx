import { Trans, useLingui } from '@lingui/react/macro';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { useToast } from '../../../ui/actions/toast';
import '../questions/error-texts';
import { ASK_REQUESTER } from '../questions/questions.graphql';
import type { AnswerProps, DraftProps } from './answer-forms';
import { MessageForm } from './message-form';

/** A question to the requester before the answer. The deadline is on hold meanwhile. */
export function AskForm({ file, draft, onChange, onAnswered }: DraftProps & AnswerProps) {
  const { t } = useLingui();
  const toast = useToast();
  const { id: requestId, languages, isUrgent } = file;
  const ask = useMutationState(ASK_REQUESTER);
  const send = async () => {
    if (!(await ask.run({ input: { requestId, words: draft.question } }))) return;
    onChange({ question: '', kind: 'accept' });
    toast({ text: t`Pregunta enviada` });
    onAnswered();
  };
  return (
    <MessageForm
      label={t`Tu pregunta`}
      hint={
        isUrgent
          ? t`Llega sin tu nombre. El plazo se detiene hasta que conteste, y el pedido sigue contigo un día como máximo.`
          : t`Llega sin tu nombre. El plazo se detiene hasta que conteste, y el pedido sigue contigo siete días como máximo.`
      }
      text={draft.question}
      onText={(question) => onChange({ question })}
      purposes={['ask']}
      languages={languages}
      state={ask}
      onSend={() => void send()}
      actLabel={<Trans>Enviar la pregunta</Trans>}
    />
  );
}
