import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNews } from '../../../lib/server/use-news';
import { Rows } from '../../../ui/display/card';
import type { ReportButtonOf } from './own-team';
import { SupporterRow } from './supporter-row';
import { FORMER_CASES } from './team.graphql';

/** Cases that the viewer reads no more and whose supporters they can report, updated live; empty while loading. */
function useFormerCases() {
  const [{ data }, execute] = useQuery({
    ...{ query: FORMER_CASES, requestPolicy: 'cache-and-network' },
  });
  useNews(['supportRequest'], () => execute({ requestPolicy: 'network-only' }));
  return data?.formerCases ?? [];
}

interface SupportersOfLeftCaseProps {
  requestId: string;
  reportButton: ReportButtonOf;
}

/** The supporters of a case that the viewer left, so that they can report them. Nothing if there are none. */
export function SupportersOfLeftCase({ requestId, reportButton }: SupportersOfLeftCaseProps) {
  const left = useFormerCases().find(({ id }) => id === requestId);
  if (!left) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Quién acompañó tu caso</Trans>
      </h2>
      <p className="muted">
        <Trans>Puedes reportar a estas personas aunque ya no estés en el caso.</Trans>
      </p>
      <Rows>
        {left.supporters.map((part) => (
          <SupporterRow key={part.id} {...{ part, reportButton }} />
        ))}
      </Rows>
    </section>
  );
}

interface FormerCasesProps {
  /** Requests of the viewer, which have pages of their own. */
  ownIds: readonly string[];
  reportButton: ReportButtonOf;
}

/** The supporters of cases that the viewer reads no more, by the number of the case. Nothing if there are none. */
export function FormerCases({ ownIds, reportButton }: FormerCasesProps) {
  const cases = useFormerCases().filter(({ id }) => !ownIds.includes(id));
  if (cases.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Casos en los que ya no estás</Trans>
      </h2>
      <p className="muted">
        <Trans>Puedes reportar a quienes daban apoyo mientras estabas en ellos.</Trans>
      </p>
      <Rows>
        {cases.flatMap(({ number, supporters }) =>
          supporters.map((part) => (
            <SupporterRow
              key={part.id}
              {...{ part, reportButton }}
              note={<Trans>Caso {number}</Trans>}
            />
          )),
        )}
      </Rows>
    </section>
  );
}
