import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useNow } from '../../../lib/page/use-now';
import { problemText } from '../../../lib/server/errors';
import { Button } from '../../../ui/actions/button';
import { Banner } from '../../../ui/display/banner';
import { FieldError } from '../../../ui/forms/field';
import '../ask-error-texts';
import { type RecorderState, useVoiceRecorder } from './use-voice-recorder';
import { useVoiceParts, type VoiceParts } from './voice-parts';
import { deleteVoice, type DraftVoice, loadDraftVoice, type VoiceQuestion } from './voice-requests';
import { useVoiceWarning } from './voice-warning';

export interface VoiceAnswerFieldProps {
  question: VoiceQuestion;
  /** The stored note of the draft. */
  note: DraftVoice | undefined;
  onChange: (note: DraftVoice | undefined) => void;
  /** Whether the person wants to go on, although a recording is neither stored nor deleted. */
  isRefused: boolean;
  /** Receives whether there is such a recording. */
  onPending: (isPending: boolean) => void;
}

/** Records a voice note beside the text of a long question. Shows nothing on a device without a microphone. */
export function VoiceAnswerField(props: VoiceAnswerFieldProps) {
  const { t } = useLingui();
  const parts = useVoiceParts(true);
  const canRecord = useCanRecord(parts);
  const { note } = props;
  if (!parts || (!canRecord && !note)) return null;
  return (
    <div role="group" aria-label={t`Respuesta con tu voz`} className="stack stack--2">
      {note ? <Kept {...props} {...{ parts, note }} /> : <Recorder {...props} parts={parts} />}
    </div>
  );
}

function useCanRecord(parts: VoiceParts | undefined): boolean {
  const [can, setCan] = useState(false);
  useEffect(() => {
    let isOn = true;
    void parts?.canRecord().then((is) => isOn && setCan(is));
    return () => void (isOn = false);
  }, [parts]);
  return can;
}

/** A stored note, which can be heard and deleted until the request is sent. */
function Kept({
  note,
  onChange,
  parts,
}: VoiceAnswerFieldProps & { note: DraftVoice; parts: VoiceParts }) {
  const { t } = useLingui();
  const isOver = Date.parse(note.expiresAt) <= useNow();
  const remove = () => {
    void deleteVoice(note);
    onChange(undefined);
  };
  if (isOver) {
    return (
      <Banner look="warn" icon="clock">
        <Trans>Tu nota de voz se borró porque pasó un día sin enviar el pedido.</Trans>{' '}
        <Button small onClick={remove}>
          <Trans>Grabar otra</Trans>
        </Button>
      </Banner>
    );
  }
  return (
    <>
      <parts.VoicePlayer
        load={() => loadDraftVoice(note)}
        seconds={note.seconds}
        label={t`Escuchar tu nota de voz`}
      />
      <p className="xs muted">
        <Trans>Guardada y cifrada. Si no envías el pedido, se borra antes de un día.</Trans>
      </p>
      <span>
        <Button small icon="trash" onClick={remove}>
          <Trans>Borrar la nota de voz</Trans>
        </Button>
      </span>
    </>
  );
}

function Recorder({
  question,
  onChange,
  isRefused,
  onPending,
  parts,
}: VoiceAnswerFieldProps & { parts: VoiceParts }) {
  const { t } = useLingui();
  const { state, begin, stop, discard, keep } = useVoiceRecorder(question, onChange);
  const { onFirst, warning } = useVoiceWarning(
    <Trans>
      La escucha solo quien puede leer tu pedido. Se guarda cifrada y se destruye con él.
    </Trans>,
  );
  const isPending = state.is !== 'idle' && state.is !== 'starting';
  useEffect(() => onPending(isPending), [onPending, isPending]);
  useEffect(() => () => onPending(false), [onPending]);
  const record = () => void begin(parts);
  return (
    <>
      {warning}
      {(state.is === 'idle' || state.is === 'starting') && (
        <Beginning {...{ state, parts }} onBegin={() => (onFirst ? onFirst(record) : record())} />
      )}
      {state.is === 'recording' && (
        <parts.RecordingBar
          recording={state.recording}
          onCancel={discard}
          onStop={() => void stop()}
        />
      )}
      {(state.is === 'recorded' || state.is === 'uploading') && (
        <Listening {...{ state, parts }} onDiscard={discard} onKeep={() => void keep()} />
      )}
      {isRefused && isPending && (
        <div role="alert">
          <FieldError
            id={`voice-${question}-error`}
            error={t`Guarda la nota de voz o bórrala antes de seguir.`}
          />
        </div>
      )}
    </>
  );
}

interface BeginningProps {
  state: RecorderState & { is: 'idle' | 'starting' };
  parts: VoiceParts;
  onBegin: () => void;
}

function Beginning({ state, parts, onBegin }: BeginningProps) {
  const fault = state.is === 'idle' ? state.fault : undefined;
  return (
    <>
      <p className="xs muted">
        <Trans>
          También puedes contestar con tu voz, en vez de escribir o además: hasta 5 minutos.
        </Trans>
      </p>
      <span>
        <Button small icon="mic" isBusy={state.is === 'starting'} onClick={onBegin}>
          <Trans>Grabar una nota de voz</Trans>
        </Button>
      </span>
      {fault && (
        <Banner look="warn" icon="alert" role="alert">
          {parts.recorderFaultText(fault)}
        </Banner>
      )}
    </>
  );
}

interface ListeningProps {
  state: RecorderState & { is: 'recorded' | 'uploading' };
  parts: VoiceParts;
  onDiscard: () => void;
  onKeep: () => void;
}

/** A recording that is on this page only, until the person keeps it. */
function Listening({ state, parts, onDiscard, onKeep }: ListeningProps) {
  const { t } = useLingui();
  const { note } = state;
  const problem = state.is === 'recorded' ? state.problem : undefined;
  const isUploading = state.is === 'uploading';
  return (
    <>
      <parts.VoicePlayer
        load={() => Promise.resolve(note.blob)}
        seconds={note.seconds}
        label={t`Escuchar la nota de voz antes de guardarla`}
      />
      {state.is === 'uploading' && (
        <progress value={state.progress} aria-label={t`Guardando la nota de voz`} />
      )}
      {problem && (
        <Banner look="danger" role="alert">
          {problem.code === 'OFFLINE'
            ? t`Sin conexión. La nota sigue en esta página: guárdala cuando vuelva la señal.`
            : problemText(problem)}
        </Banner>
      )}
      <span className="btns">
        <Button kind="primary" small isBusy={isUploading} onClick={onKeep}>
          {problem ? <Trans>Reintentar</Trans> : <Trans>Guardar la nota de voz</Trans>}
        </Button>
        {!isUploading && (
          <Button small icon="trash" onClick={onDiscard}>
            <Trans>Borrar la nota de voz</Trans>
          </Button>
        )}
      </span>
    </>
  );
}
