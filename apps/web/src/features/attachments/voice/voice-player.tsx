import { useLingui } from '@lingui/react/macro';
import { Icon } from '../../../ui/display/icon';
import { fileFaultText, type LoadedFile } from '../files/load-file';
import { useAudioPlayer } from './use-audio-player';
import { formatDuration } from '../../../lib/text/format-duration';

interface VoicePlayerProps {
  /** Loads the bytes of the voice note, or returns the reason of the failure. */
  load: () => Promise<LoadedFile>;
  seconds: number;
  label: string;
  /** Shown until the note is loaded, for example its size. */
  note?: string;
}

/** Player of a voice note, with seek and speed. */
export function VoicePlayer({ load, seconds, label, note }: VoicePlayerProps) {
  const { t } = useLingui();
  const audio = useAudioPlayer(load, seconds);
  return (
    <div className="grow">
      <div className="voice">
        <button
          type="button"
          className="play"
          aria-label={audio.isPlaying ? t`Pausar` : label}
          aria-busy={audio.isLoading || undefined}
          onClick={audio.toggle}
        >
          <Icon name={audio.isPlaying ? 'pause' : 'play'} size="s" />
        </button>
        <Position audio={audio} />
        <Speed audio={audio} />
      </div>
      <Note audio={audio} note={note} />
    </div>
  );
}

interface PartProps {
  audio: ReturnType<typeof useAudioPlayer>;
}

function Position({ audio: { at, seconds, seek } }: PartProps) {
  const { t } = useLingui();
  // Whole seconds as in the text, so that the thumb reaches the end.
  const max = Math.max(1, Math.floor(seconds));
  return (
    <input
      className="voice__at"
      type="range"
      min={0}
      max={max}
      step={1}
      value={Math.min(Math.floor(at), max)}
      aria-label={t`Posición`}
      aria-valuetext={t`${formatDuration(at)} de ${formatDuration(seconds)}`}
      onChange={({ target }) => seek(Number(target.value))}
    />
  );
}

function Note({ audio: { at, seconds, fault }, note }: PartProps & { note: string | undefined }) {
  return (
    <span className="voice__note">
      <span className="num">
        {at > 0 ? `${formatDuration(at)} / ${formatDuration(seconds)}` : formatDuration(seconds)}
      </span>
      {note && at === 0 && ` · ${note}`}
      {fault && <span role="alert"> · {fileFaultText(fault)}</span>}
    </span>
  );
}

function Speed({ audio: { speed, faster } }: PartProps) {
  const { t, i18n } = useLingui();
  const rate = `${i18n.number(speed)}×`;
  return (
    <button
      type="button"
      className="voice__speed"
      aria-label={t`Velocidad: ${rate}`}
      onClick={faster}
    >
      {rate}
    </button>
  );
}
