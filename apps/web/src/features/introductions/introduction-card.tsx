import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Icon } from '../../ui/display/icon';
import { Face } from '../../ui/display/face';
import { RelativeTimeText } from '../../ui/display/relative-time';
import type { Introduction } from './introductions.graphql';
import { useNameOrPlaceholder } from './use-name-or-placeholder';
import { IntroductionStateBadge } from './introduction-state-badge';
import { TermNames } from './term-names';

/** An introduction in a list: the other person, where they work, and its state. */
export function IntroductionCard({ introduction }: { introduction: Introduction }) {
  const { id, person, toMeet, createdAt } = introduction;
  const nameOf = useNameOrPlaceholder();
  const name = nameOf(person.name);
  const other = toMeet && nameOf(toMeet.name);
  return (
    <Link className="card pc" to={`/introductions/${id}`}>
      <Face id={person.personId ?? id} name={name} />
      <span className="grow stack stack--1">
        <span className="pc__n">
          {other ? (
            <Trans>
              {name} quiere conocer a {other}
            </Trans>
          ) : (
            name
          )}
        </span>
        <span className="xs muted">
          <TermNames terms={person.territories} />
        </span>
        <span className="inline wrap">
          <IntroductionStateBadge introduction={introduction} />
          <span className="xs muted">
            <RelativeTimeText at={createdAt} />
          </span>
        </span>
      </span>
      <Icon name="next" size="s" />
    </Link>
  );
}
