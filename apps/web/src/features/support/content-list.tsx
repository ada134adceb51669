import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SupportRequestQuery } from '../../gql/types';
import { useTermNames } from '../../lib/server/taxonomy';
import { Badge } from '../../ui/display/badge';
import { DANGER_LABELS } from './support-labels';

type Content = SupportRequestQuery['supportRequest']['content'];
type Contact = 'safeWay' | 'times';

interface ContentListProps {
  /** Without a contact for a linked duplicate: only that of the case holds. */
  content: Omit<Content, Contact | '__typename'> & Partial<Pick<Content, Contact>>;
  languages: readonly string[];
}

/** The answers of the requester, question by question. Skipped questions are marked. */
export function ContentList({ content, languages }: ContentListProps) {
  const { i18n } = useLingui();
  const names = useTermNames();
  const { danger, name, goal, tried, safeWay, times } = content;
  return (
    <dl className="qa stack stack--3">
      <AnswerRow about={<Trans>¿Hay peligro ahora?</Trans>} text={i18n._(DANGER_LABELS[danger])} />
      <AnswerRow about={<Trans>Objetivo</Trans>} text={goal} />
      <AnswerRow about={<Trans>Intentos hasta ahora</Trans>} text={tried} />
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

function AnswerRow({ about, text }: { about: ReactNode; text: string | null }) {
  return (
    <div>
      <dt>{about}</dt>
      <dd className={text ? 'said' : 'muted'}>{text ?? <Trans>En blanco</Trans>}</dd>
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
