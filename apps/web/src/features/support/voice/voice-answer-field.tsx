import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { useUnsentWarning } from '../../../lib/page/unsent-warning';
import { useNow } from '../../../lib/page/use-now';
import { problemText, type RequestProblem } from '../../../lib/server/errors';
import { Button } from '../../../ui/actions/button';
import { ConfirmButton } from '../../../ui/actions/confirm';
import { useToast } from '../../../ui/actions/toast';
import { Banner } from '../../../ui/display/banner';
import { FieldError } from '../../../ui/forms/field';
import '../ask-error-texts';
import { type RecorderState, useVoiceRecorder } from './use-voice-recorder';
import { useVoiceParts, type VoiceParts } from './voice-parts';
import { deleteVoice, type DraftVoice, loadDraftVoice, type VoiceQuestion } from './voice-requests';
import { useVoiceWarning } from './voice-warning';

export interface VoiceAnswerFieldProps {
  /** The `sendKey` of the draft. */
  draft: string;
  question: VoiceQuestion;
  /** The stored note of the draft. */
  note: DraftVoice | undefined;
  onChange: (note: DraftVoice | undefined) => void;
  /** Whether the person wants to go on, although a recording is neither stored nor deleted. */
  isRefused: boolean;
  /** Receives whether there is such a recording. */
  onPending: (isPending: boolean) => void;
  /** The person prefers to write. */
  onWrite: () => void;
}

interface PartProps extends VoiceAnswerFieldProps {
  parts: VoiceParts;
  /** Whether the record button takes the focus when it appears, because the person deleted a note. */
  takesFocus: boolean;
  onDelete: () => void;
}

/** Records a voice note beside the text of a long question. Shows nothing on a device without a microphone. */
export function VoiceAnswerField(props: VoiceAnswerFieldProps) {
  const { t } = useLingui();
  const { parts, canRecord } = useRecorder();
  const { note } = props;
  const [takesFocus, setTakesFocus] = useState(false);
  if (!parts || (!canRecord && !note)) return null;
  const onDelete = () => setTakesFocus(true);
  const own = { ...props, parts, takesFocus, onDelete };
  return (
    <div role="group" aria-label={t`Respuesta con tu voz`} className="stack stack--2">
      {note ? <Kept {...own} note={note} /> : <Recorder {...own} />}
    </div>
  );
}

/** The result of the last check, so that the next page shows the button at once. Each page checks again. */
let couldRecord = false;

/**
 * The parts for voice notes, and whether this device can record. A page before the field calls it, so that both are known
 * when the field appears.
 */
export function useRecorder() {
  const parts = useVoiceParts(true);
  const [canRecord, setCanRecord] = useState(couldRecord);
  useEffect(() => {
    let isOn = true;
    void parts?.canRecord().then((can) => {
      couldRecord = can;
      if (isOn) setCanRecord(can);
    });
    return () => void (isOn = false);
  }, [parts]);
  return { parts, canRecord };
}

/** A stored note, which can be heard and deleted until the request is sent. */
function Kept({ note, onChange, parts, onDelete }: PartProps & { note: DraftVoice }) {
  const { t } = useLingui();
  const toast = useToast();
  const isOver = Date.parse(note.expiresAt) <= useNow();
  const remove = () => {
    void deleteVoice(note);
    onDelete();
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
        <ConfirmButton
          kind="line"
          icon="trash"
          label={<Trans>Borrar la nota de voz</Trans>}
          title={<Trans>¿Borrar la nota de voz?</Trans>}
          actLabel={<Trans>Sí, borrarla</Trans>}
          actKind="danger"
          isBusy={false}
          message={undefined}
          onAct={() => {
            remove();
            toast({ text: t`Nota borrada` });
            return Promise.resolve(true);
          }}
        >
          <Trans>No se puede recuperar. Después puedes grabar otra o escribir.</Trans>
        </ConfirmButton>
      </span>
    </>
  );
}

function Recorder({ onChange, isRefused, onPending, parts, ...props }: PartProps) {
  const { question, takesFocus, onDelete, onWrite } = props;
  const { t } = useLingui();
  const toast = useToast();
  const onLeft = () =>
    toast({ text: t`Tu nota de voz sin guardar te espera en el pedido`, icon: 'mic' });
  const { state, begin, stop, discard, keep } = useVoiceRecorder(props, {
    onKept: onChange,
    onLeft,
  });
  const onDiscard = () => {
    onDelete();
    discard();
    toast({ text: t`Nota borrada` });
  };
  const { onFirst, warning } = useVoiceWarning(
    <Trans>
      La escucha solo quien puede leer tu pedido. Se guarda cifrada y se destruye con él.
    </Trans>,
    onWrite,
  );
  const isPending = isPendingState(state);
  useEffect(() => onPending(isPending), [onPending, isPending]);
  useEffect(() => () => onPending(false), [onPending]);
  // `unsaved-voices` warns about a finished recording, also on other pages.
  useUnsentWarning(state.is === 'recording');
  const record = () => void begin(parts);
  return (
    <>
      {warning}
      {(state.is === 'idle' || state.is === 'starting') && (
        <Beginning
          {...{ state, parts, takesFocus }}
          onBegin={() => (onFirst ? onFirst(record) : record())}
        />
      )}
      {state.is === 'recording' && (
        <parts.RecordingBar
          recording={state.recording}
          onCancel={onDiscard}
          onStop={() => void stop()}
        />
      )}
      {(state.is === 'recorded' || state.is === 'uploading') && (
        <Listening {...{ state, parts, onDiscard }} onKeep={() => void keep()} />
      )}
      {isRefused && isPendingState(state) && (
        <Refusal id={`voice-${question}-error`} state={state} />
      )}
    </>
  );
}

type PendingState = Exclude<RecorderState, { is: 'idle' | 'starting' }>;

const isPendingState = (state: RecorderState): state is PendingState =>
  state.is !== 'idle' && state.is !== 'starting';

/** Says how to end the recording before the person goes on. */
function Refusal({ id, state }: { id: string; state: PendingState }) {
  const { t } = useLingui();
  const texts = {
    recording: t`Para la grabación antes de seguir.`,
    recorded: t`Guarda la nota de voz o bórrala antes de seguir.`,
    uploading: t`Espera a que se guarde la nota de voz antes de seguir.`,
  };
  return (
    <div role="alert">
      <FieldError id={id} error={texts[state.is]} />
    </div>
  );
}

interface BeginningProps {
  state: RecorderState & { is: 'idle' | 'starting' };
  parts: VoiceParts;
  takesFocus: boolean;
  onBegin: () => void;
}

function Beginning({ state, parts, takesFocus, onBegin }: BeginningProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) button.current?.focus();
  }, [takesFocus]);
  const fault = state.is === 'idle' ? state.fault : undefined;
  return (
    <>
      <p className="xs muted">
        <Trans>
          También puedes contestar con tu voz, en vez de escribir o además: hasta 5 minutos.
        </Trans>
      </p>
      <span>
        <Button ref={button} small icon="mic" isBusy={state.is === 'starting'} onClick={onBegin}>
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

/** Reasons for which the same recording is refused again at once. */
const REFUSED_FOR_NOW: readonly (string | undefined)[] = [
  'support.voicesFromHere',
  'support.voiceTooMany',
  'support.voiceTooLarge',
  'support.voiceTooLong',
  'support.voiceNotAccepted',
];
const isRefusedForNow = ({ reason }: RequestProblem) => REFUSED_FOR_NOW.includes(reason);

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
        {!(problem && isRefusedForNow(problem)) && (
          <Button kind="primary" small isBusy={isUploading} onClick={onKeep}>
            {problem ? <Trans>Reintentar</Trans> : <Trans>Guardar la nota de voz</Trans>}
          </Button>
        )}
        {!isUploading && (
          <Button small icon="trash" onClick={onDiscard}>
            <Trans>Borrar la nota de voz</Trans>
          </Button>
        )}
      </span>
    </>
  );
}
