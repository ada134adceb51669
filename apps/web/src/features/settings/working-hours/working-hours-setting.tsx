import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { useTermNames } from '../../../lib/server/taxonomy';
import { workingHoursText } from '../../../lib/text/working-hours-text';
import { Card } from '../../../ui/display/card';
import { Skeleton } from '../../../ui/display/skeleton';
import { LoadFailed } from '../../../ui/page/load-failed';
import { PendingChange, useInitialValue, usePendingChange } from '../instance/pending-change';
import { WORKING_HOURS, type WorkingHours } from './working-hours.graphql';
import { WorkingHoursForm } from './working-hours-form';

interface WorkingHoursSettingProps {
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

/** The form of the working hours, unless a change is pending. */
export function WorkingHoursSetting(props: WorkingHoursSettingProps) {
  const [{ data, error, stale }, execute] = useQuery({
    query: WORKING_HOURS,
    requestPolicy: 'cache-and-network',
  });
  const waiting = usePendingChange('workingHours');
  const problem = requestProblemOf(error);
  const begun = useInitialValue(stale ? undefined : data?.workingHours, waiting);
  if (!data && problem) {
    return (
      <LoadFailed problem={problem} onRetry={() => execute({ requestPolicy: 'network-only' })} />
    );
  }
  if (waiting) {
    return (
      <>
        <PendingChange actId={waiting}>
          <Trans>
            Hasta que otra persona lo decida, vale este horario y no se puede pedir otro.
          </Trans>
        </PendingChange>
        {data && <CurrentHours hours={data.workingHours} />}
      </>
    );
  }
  return begun ? <WorkingHoursForm now={begun} {...props} /> : <Skeleton rows={4} />;
}

function CurrentHours({ hours }: { hours: WorkingHours }) {
  const { i18n } = useLingui();
  const termName = useTermNames();
  return (
    <Card className="stack--2">
      <h2 className="h3">
        <Trans>Ahora</Trans>
      </h2>
      <p className="lines">{workingHoursText(hours, i18n.locale, termName)}</p>
    </Card>
  );
}
