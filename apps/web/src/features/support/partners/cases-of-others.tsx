import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { KIND_LABELS } from '../support-labels';
import { UnreadBadge } from '../threads/thread-rows';
import { threadsOf, unreadIn, useCaseThreads } from '../threads/use-case-threads';
import type { PartnerCase } from './partners.graphql';

interface CasesOfOthersProps<Case> {
  heading: string;
  cases: readonly Case[];
  noteOf: (one: Case) => ReactNode;
}

/** Cases that other people asked for and in which the viewer has a part, with their unread messages. */
export function CasesOfOthers<Case extends Pick<PartnerCase, 'id' | 'kind'>>({
  heading,
  cases,
  noteOf,
}: CasesOfOthersProps<Case>) {
  const { i18n } = useLingui();
  const { threads } = useCaseThreads();
  if (cases.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>{heading}</h2>
      <Rows label={heading}>
        {cases.map((one) => (
          <Row
            key={one.id}
            to={`/support/${one.id}`}
            start={<IconTile icon="people" look="plain" />}
            title={
              <span className="wrap">
                {i18n._(KIND_LABELS[one.kind])}
                <UnreadBadge count={unreadIn(threadsOf(threads, one.id))} />
              </span>
            }
            note={noteOf(one)}
          />
        ))}
      </Rows>
    </section>
  );
}
