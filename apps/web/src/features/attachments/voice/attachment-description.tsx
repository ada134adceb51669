import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Button } from '../../../ui/actions/button';
import { TextArea } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import { DESCRIBE_ATTACHMENT } from '../sending/attachments.graphql';
import '../sending/error-texts';
import type { MessageAttachment } from '../files/attachment-list';

const MOST_TEXT = 4_000;

/**
 * Transcript of a voice note or description of a picture, for people who cannot hear, see or load it. Any reader may
 * write a missing description.
 */
export function AttachmentDescription({
  file,
  canWrite,
}: {
  file: MessageAttachment;
  canWrite: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const [isWriting, setWriting] = useState(false);
  if (isWriting) return <Writing file={file} onDone={() => setWriting(false)} />;
  const words = wordsOf(file.kind === 'voice');
  return (
    <div className="written">
      {file.text && (
        <Button kind="text" small aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.read}
        </Button>
      )}
      {isOpen && file.text && <p className="lines">{file.text}</p>}
      {canWrite && (isOpen || !file.text) && (
        <Button kind="text" small onClick={() => setWriting(true)}>
          {file.text ? <Trans>Cambiar el texto</Trans> : words.write}
        </Button>
      )}
    </div>
  );
}

const wordsOf = (isVoice: boolean) =>
  isVoice
    ? { read: <Trans>Leer lo que dice</Trans>, write: <Trans>Transcribir el audio</Trans> }
    : { read: <Trans>Leer qué se ve</Trans>, write: <Trans>Describir la foto</Trans> };

function Writing({ file, onDone }: { file: MessageAttachment; onDone: () => void }) {
  const { t } = useLingui();
  const act = useMutationState(DESCRIBE_ATTACHMENT);
  const [text, setText] = useState(file.text ?? '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await act.run({ id: file.id, text: text.trim() })) onDone();
  };
  return (
    <form className="written stack stack--2" onSubmit={(event) => void submit(event)}>
      <TextArea
        label={file.kind === 'voice' ? t`Lo que dice` : t`Qué se ve`}
        hint={t`Lo lee quien puede leer el mensaje.`}
        rows={3}
        maxLength={MOST_TEXT}
        value={text}
        onChange={({ target }) => setText(target.value)}
        error={act.fieldMessage('text')}
      />
      <FormProblem problem={act.problem} />
      <span className="inline wrap">
        <Button type="submit" kind="primary" small isBusy={act.isBusy}>
          <Trans>Guardar el texto</Trans>
        </Button>
        <Button kind="text" small onClick={onDone}>
          <Trans>Cancelar</Trans>
        </Button>
      </span>
    </form>
  );
}
