import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SupportRequestQuery } from '../../gql/types';
import { useTermNames } from '../../lib/server/taxonomy';
import { Badge } from '../../ui/display/badge';
import { DANGER_LABELS } from './support-labels';

interface ContentListProps {
  content: SupportRequestQuery['supportRequest']['content'];
  languages: readonly string[];
}

/** The answers of the requester, question by question. Skipped questions say so. */
export function ContentList({ content, languages }: ContentListProps) {
  const { i18n } = useLingui();
  const names = useTermNames();
  const { danger, name, goal, tried, safeWay, times } = content;
  return (
    <dl className="qa stack stack--3">
      <Said about={<Trans>¿Hay peligro ahora?</Trans>} words={i18n._(DANGER_LABELS[danger])} />
      <Said about={<Trans>Qué se busca lograr</Trans>} words={goal} />
      <Said about={<Trans>Qué se probó ya</Trans>} words={tried} />
      <Said
        about={<Trans>Idiomas</Trans>}
        words={languages.map((id) => names(id) ?? id).join(', ')}
      />
      <Said about={<Trans>Nombre</Trans>} words={name} />
      <Said about={<Trans>Cómo escribir o llamar sin riesgo</Trans>} words={safeWay} />
      <Said about={<Trans>Cuándo</Trans>} words={times} />
    </dl>
  );
}

function Said({ about, words }: { about: ReactNode; words: string | null }) {
  return (
    <div>
      <dt>{about}</dt>
      <dd className={words ? 'said' : 'muted'}>{words ?? <Trans>Sin respuesta</Trans>}</dd>
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
