import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SupportRequestQuery } from '../../gql/types';
import { minutesUntil, useNow } from '../../lib/page/use-now';
import { useTermNames } from '../../lib/server/taxonomy';
import { Badge } from '../../ui/display/badge';
import { BENEFICIARY_FACTS, BENEFICIARY_LABELS, DANGER_LABELS } from './support-labels';
import { SentVoices } from './voice/sent-voices';

type Content = SupportRequestQuery['supportRequest']['content'];
type Voice = Content['voices'][number];
type Contact = 'safeWay' | 'times';

interface ContentListProps {
  /** Without a contact for a linked duplicate: only that of the case holds. */
  content: Omit<Content, Contact | '__typename'> & Partial<Pick<Content, Contact>>;
  languages: readonly string[];
  /** Whether the viewer hears voice notes as the requester or as a supporter. */
  reader: 'own' | 'case';
}

/** The answers of the requester, question by question. Skipped questions are marked. */
export function ContentList({ content, languages, reader }: ContentListProps) {
  const { i18n } = useLingui();
  const names = useTermNames();
  const { danger, name, goal, tried, safeWay, times, voices } = content;
  const { beneficiary, beneficiaryNote } = content;
  const labels = reader === 'own' ? BENEFICIARY_LABELS : BENEFICIARY_FACTS;
  const forWhom = [beneficiary && i18n._(labels[beneficiary]), beneficiaryNote];
  const voicesOf = (question: Voice['question']) => {
    const found = voices.filter((one) => one.question === question);
    return found.length > 0 && <SentVoices voices={found} reader={reader} />;
  };
  return (
    <dl className="qa stack stack--3">
      <AnswerRow about={<Trans>¿Hay peligro ahora?</Trans>} text={i18n._(DANGER_LABELS[danger])} />
      <AnswerRow about={<Trans>Objetivo</Trans>} text={goal}>
        {voicesOf('goal')}
      </AnswerRow>
      <AnswerRow about={<Trans>Intentos hasta ahora</Trans>} text={tried}>
        {voicesOf('tried')}
      </AnswerRow>
      <AnswerRow
        about={<Trans>Para quién es</Trans>}
        text={forWhom.filter(Boolean).join(' · ') || null}
      />
      <AnswerRow
        about={<Trans>Idiomas</Trans>}
        text={languages.map((id) => names(id) ?? '…').join(', ')}
      />
      <AnswerRow about={<Trans>Nombre</Trans>} text={name} />
      {safeWay !== undefined && (
        <AnswerRow about={<Trans>Cómo escribir o llamar sin riesgo</Trans>} text={safeWay} />
      )}
      {times !== undefined && <AnswerRow about={<Trans>Cuándo</Trans>} text={times} />}
    </dl>
  );
}

interface AnswerRowProps {
  about: ReactNode;
  text: string | null;
  /** Voice notes, which can stand instead of the text. */
  children?: ReactNode;
}

function AnswerRow({ about, text, children }: AnswerRowProps) {
  return (
    <div>
      <dt>{about}</dt>
      {(text || !children) && (
        <dd className={text ? 'said' : 'muted'}>{text ?? <Trans>En blanco</Trans>}</dd>
      )}
      {children && <dd>{children}</dd>}
    </div>
  );
}

export function UrgentBadge() {
  return (
    <Badge look="danger" icon="alert">
      <Trans>Urgente</Trans>
    </Badge>
  );
}

/** A claim that lasts longer is told by the day and time of its end. */
const TOLD_IN_MINUTES = 90;

/** How long the viewer keeps a request: for some minutes more, or until a day and time. */
export function ClaimTime({ endsAt }: { endsAt: string }) {
  const { i18n } = useLingui();
  const minutes = Math.max(0, minutesUntil(endsAt, useNow()));
  if (minutes <= TOLD_IN_MINUTES) return <Trans>Lo tienes {minutes} min más</Trans>;
  const when = i18n.date(endsAt, {
    ...({ weekday: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const),
  });
  return <Trans>Lo tienes hasta el {when}</Trans>;
}
