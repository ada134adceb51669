import { Trans } from '@lingui/react/macro';
import { Icon } from '../../../ui/display/icon';

interface SummariesProps {
  summaries: readonly string[];
  /** Whether the summary belongs to the version on the page. */
  isOfVersion?: boolean;
}

/** The stewards' summaries, one point for each line; renders nothing without any. */
export function Summaries({ summaries, isOfVersion = false }: SummariesProps) {
  const points = summaries.flatMap((summary) => summary.split('\n')).filter(Boolean);
  if (points.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        {isOfVersion ? <Trans>Qué cambió en esta versión</Trans> : <Trans>En pocas palabras</Trans>}
      </h2>
      <ul className="points stack stack--2">
        {points.map((point, at) => (
          <li key={at}>
            <Icon name="next" size="s" />
            <span className="breakable">{point}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
