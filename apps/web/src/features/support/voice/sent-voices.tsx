import { useLingui } from '@lingui/react/macro';
import { formatDuration } from '../../../lib/text/format-duration';
import { useVoiceParts } from './voice-parts';
import { loadSentVoice } from './voice-requests';

interface SentVoicesProps {
  voices: readonly { readonly id: string; readonly seconds: number }[];
  /** Whether the viewer hears them as the requester or as a supporter. */
  reader: 'own' | 'case';
}

/** The voice notes that answer a question of a sent request. */
export function SentVoices({ voices, reader }: SentVoicesProps) {
  const { t } = useLingui();
  const parts = useVoiceParts(voices.length > 0);
  return voices.map(({ id, seconds }) => {
    const duration = formatDuration(seconds);
    if (!parts) return <span key={id}>{t`Nota de voz de ${duration}`}</span>;
    return (
      <parts.VoicePlayer
        key={id}
        load={() => loadSentVoice(reader, id)}
        seconds={seconds}
        label={t`Escuchar la nota de voz de ${duration}`}
      />
    );
  });
}
