import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { Skeleton } from '../../../ui/display/skeleton';
import { LoadFailed } from '../../../ui/page/load-failed';
import { PendingChange, useInitialValue, usePendingChange } from '../instance/pending-change';
import { WORKING_HOURS } from './working-hours.graphql';
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
  if (waiting) return <PendingChange actId={waiting} />;
  return begun ? <WorkingHoursForm now={begun} {...props} /> : <Skeleton rows={4} />;
}
