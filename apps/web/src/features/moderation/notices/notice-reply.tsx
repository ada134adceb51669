import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { TextArea } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { useToast } from '../../../ui/actions/toast';
import { ANSWER_NOTICE, APPEAL_NOTICE, type OwnNotice } from './notices.graphql';
import './reply-error-texts';

interface NoticeReplyProps {
  notice: OwnNotice;
  onChanged: () => void;
}

/** The viewer's actions on a notice: answering a conversation, or appealing. */
export function NoticeReply({ notice, onChanged }: NoticeReplyProps) {
  const { i18n } = useLingui();
  const { id, viewerCan, appealEndsAt } = notice;
  if (viewerCan.includes('answer')) return <Answer id={id} onChanged={onChanged} />;
  if (!viewerCan.includes('appeal')) return null;
  const until = i18n.date(appealEndsAt, { dateStyle: 'long' });
  return <Appeal id={id} until={until} onChanged={onChanged} />;
}

interface ReplyProps {
  id: string;
  onChanged: () => void;
}

function Answer({ id, onChanged }: ReplyProps) {
  const { t } = useLingui();
  return (
    <WordsForm
      id={id}
      document={ANSWER_NOTICE}
      title={<Trans>Responder</Trans>}
      label={t`Tu respuesta`}
      done={t`Respuesta enviada`}
      actLabel={<Trans>Enviar la respuesta</Trans>}
      onChanged={onChanged}
    >
      <Trans>Puedes responder una vez. Lo lee quien lleva el asunto.</Trans>
    </WordsForm>
  );
}

function Appeal({ id, until, onChanged }: ReplyProps & { until: string }) {
  const { t } = useLingui();
  return (
    <WordsForm
      id={id}
      document={APPEAL_NOTICE}
      title={<Trans>Si crees que no corresponde</Trans>}
      label={t`Por qué apelas`}
      done={t`Apelación enviada`}
      actLabel={<Trans>Apelar</Trans>}
      onChanged={onChanged}
    >
      <Trans>
        Puedes apelar una vez, hasta el {until}. La revisa otra persona, que no tomó la decisión.
      </Trans>
    </WordsForm>
  );
}

interface WordsFormProps extends ReplyProps {
  document: typeof ANSWER_NOTICE | typeof APPEAL_NOTICE;
  title: ReactNode;
  label: string;
  done: string;
  actLabel: ReactNode;
  children: ReactNode;
}

function WordsForm({ id, document, title, label, done, actLabel, ...more }: WordsFormProps) {
  const toast = useToast();
  const reply = useMutationState<unknown, { input: { noticeId: string; words: string } }>(document);
  const [words, setWords] = useState('');
  const act = async () => {
    if (!(await reply.run({ input: { noticeId: id, words } }))) return;
    toast({ text: done });
    more.onChanged();
  };
  return (
    <section className="stack stack--3">
      <div className="stack stack--1">
        <h2>{title}</h2>
        <p className="muted">{more.children}</p>
      </div>
      <FormProblem problem={reply.problem} />
      <TextArea
        label={label}
        rows={6}
        maxLength={2000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        error={reply.fieldMessage('words')}
      />
      <Button kind="primary" block isBusy={reply.isBusy} onClick={() => void act()}>
        {actLabel}
      </Button>
    </section>
  );
}
