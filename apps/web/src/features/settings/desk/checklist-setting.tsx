import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { Row, Rows } from '../../../ui/display/card';
import { LoadFailed } from '../../../ui/page/load-failed';
import { Skeleton } from '../../../ui/display/skeleton';
import { ChecklistEditor } from './checklist-editor';
import { type ReviewChecklist, CURRENT_CHECKLIST_QUERY } from './desk-settings.graphql';
import { useInitialValue, usePendingChange, PendingChange } from '../instance/pending-change';

interface ChecklistSettingProps {
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

/** Shows the checklist read-only while a change is pending, otherwise its editor. */
export function ChecklistSetting(props: ChecklistSettingProps) {
  const [{ data, error, stale }, execute] = useQuery({
    query: CURRENT_CHECKLIST_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const waiting = usePendingChange('checklist');
  const [discards, setDiscards] = useState(0);
  const problem = requestProblemOf(error);
  const reload = () => execute({ requestPolicy: 'network-only' });
  const fresh = stale ? undefined : data?.deskWords;
  const begun = useInitialValue(fresh, waiting);
  if (!data && problem) return <LoadFailed problem={problem} onRetry={reload} />;
  if (!begun && (!fresh || waiting === undefined)) return <Skeleton kind="row" rows={4} />;
  return (
    <>
      {waiting && <PendingChange actId={waiting} />}
      {begun ? (
        <ChecklistEditor
          key={discards}
          now={begun}
          onDiscarded={() => setDiscards(discards + 1)}
          {...props}
        />
      ) : (
        fresh && <AsItIs now={fresh} />
      )}
    </>
  );
}

function AsItIs({ now }: { now: ReviewChecklist }) {
  const { t, i18n } = useLingui();
  return (
    <Rows label={t`Lo que se mira antes de opinar`}>
      {now.checklist.map(({ key, labels }) => (
        <Row key={key} title={labels[i18n.locale as keyof typeof labels] || labels.es} />
      ))}
    </Rows>
  );
}
