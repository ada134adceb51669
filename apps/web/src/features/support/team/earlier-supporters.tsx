import { Trans } from '@lingui/react/macro';
import { Rows } from '../../../ui/display/card';
import type { ReportButtonOf } from './own-team';
import { SupporterRow } from './supporter-row';
import { useCaseTeam } from './use-case-team';

interface EarlierSupportersProps {
  requestId: string;
  reportButton: ReportButtonOf;
}

/** The supporters who accompanied the case before, so that its side can report them. Nothing if there are none. */
export function EarlierSupporters({ requestId, reportButton }: EarlierSupportersProps) {
  const { earlier } = useCaseTeam(requestId);
  if (earlier.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Quién acompañó este caso antes</Trans>
      </h2>
      <Rows>
        {earlier.map((part) => (
          <SupporterRow
            key={part.id}
            {...{ part, reportButton }}
            note={<Trans>Ya no lee este caso</Trans>}
          />
        ))}
      </Rows>
    </section>
  );
}
