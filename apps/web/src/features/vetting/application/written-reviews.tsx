import { Trans, useLingui } from '@lingui/react/macro';
import { Badge } from '../../../ui/display/badge';
import { Card } from '../../../ui/display/card';
import { Icon } from '../../../ui/display/icon';
import type { ApplicationFile } from '../desk/desk.graphql';
import { type DeskTexts, textInLanguage, useDeskTexts } from '../desk/desk-texts';
import { REASON_CLASS_LABELS, RECOMMENDATION_LABELS } from './vetting-labels';

/** Reviews so far: the viewer's own, then those of others without names. */
export function WrittenReviews({ file: { ownReview, otherReviews } }: { file: ApplicationFile }) {
  const { words } = useDeskTexts();
  const items = words && [...words.checklist, ...words.retired];
  return (
    <section className="stack stack--3">
      <h2 className="h3">
        <Trans>Lo que se recomendó</Trans>
      </h2>
      {ownReview && <Written view={ownReview} items={items} isMine />}
      {otherReviews.map((view) => (
        <Written key={view.review.id} view={view} items={items} />
      ))}
    </section>
  );
}

interface WrittenProps {
  view: Pick<NonNullable<ApplicationFile['ownReview']>, 'isCurrent'> & {
    review: Omit<ApplicationFile['otherReviews'][number]['review'], 'confirmedAt'>;
  };
  /** All items that were ever on the checklist. */
  items: DeskTexts['checklist'] | undefined;
  isMine?: boolean;
}

function Written({ view: { isCurrent, review }, items, isMine }: WrittenProps) {
  const { i18n } = useLingui();
  const { recommendation, reason, reasonClass } = review;
  return (
    <Card className="stack--2 card--flat">
      <span className="inline between">
        <b>{isMine ? <Trans>Tu opinión</Trans> : <Trans>Otra persona</Trans>}</b>
        <Badge look={recommendation === 'accept' ? 'ok' : 'clay'}>
          {i18n._(RECOMMENDATION_LABELS[recommendation])}
        </Badge>
      </span>
      {reasonClass && <span className="xs muted">{i18n._(REASON_CLASS_LABELS[reasonClass])}</span>}
      <span className="said">{reason}</span>
      <Checked items={items?.filter(({ key }) => review.checks.includes(key)) ?? []} />
      {!isCurrent && (
        <span className="xs muted">
          <Trans>Es de antes del último cambio: falta que la confirme.</Trans>
        </span>
      )}
    </Card>
  );
}

/** Ticked items, including those that are no longer on the checklist. */
function Checked({ items }: { items: DeskTexts['checklist'] }) {
  if (items.length === 0) return null;
  return (
    <ul className="xs muted">
      {items.map(({ key, labels }) => (
        <li key={key} className="breakable">
          <Icon name="check" size="xs" /> {textInLanguage(labels)}
        </li>
      ))}
    </ul>
  );
}
