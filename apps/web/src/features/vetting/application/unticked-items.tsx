import { Trans } from '@lingui/react/macro';
import { Banner } from '../../../ui/display/banner';
import type { ApplicationFile } from '../desk/desk.graphql';
import { textInLanguage, useDeskTexts } from '../desk/desk-texts';

/** Warns before the decision about checklist items that a reviewer left unticked. */
export function UntickedItems({ file: { ownReview, otherReviews } }: { file: ApplicationFile }) {
  const { words } = useDeskTexts();
  const reviews = [...(ownReview ? [ownReview] : []), ...otherReviews];
  const items = words?.checklist.filter(
    ({ key }) => !reviews.every(({ review }) => review.checks.includes(key)),
  );
  if (!items || items.length === 0) return null;
  return (
    <Banner look="warn" icon="alert" title={<Trans>Quedó sin marcar en alguna lectura</Trans>}>
      <ul>
        {items.map(({ key, labels }) => (
          <li key={key} className="breakable">
            {textInLanguage(labels)}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
