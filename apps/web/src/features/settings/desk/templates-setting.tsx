import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { requestProblemOf } from '../../../lib/server/errors';
import { Row, Rows } from '../../../ui/display/card';
import { LoadFailed } from '../../../ui/page/load-failed';
import { Skeleton } from '../../../ui/display/skeleton';
import { type ReviewTemplates, CURRENT_TEMPLATES_QUERY } from './desk-settings.graphql';
import { TEMPLATE_PURPOSE_LABELS } from './template-labels';
import { TemplatesEditor } from './templates-editor';
import { useInitialValue, usePendingChange, PendingChange } from '../instance/pending-change';

interface TemplatesSettingProps {
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

/** Shows the review templates read-only while a change is pending, otherwise their editor. */
export function TemplatesSetting(props: TemplatesSettingProps) {
  const [{ data, error, stale }, execute] = useQuery({
    query: CURRENT_TEMPLATES_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const waiting = usePendingChange('reasonTemplates');
  const fresh = stale ? undefined : data?.deskWords;
  const begun = useInitialValue(fresh, waiting);
  const problem = requestProblemOf(error);
  const reload = () => execute({ requestPolicy: 'network-only' });
  if (!data && problem) return <LoadFailed problem={problem} onRetry={reload} />;
  if (!begun && (!fresh || waiting === undefined)) return <Skeleton kind="row" rows={6} />;
  return (
    <>
      {waiting && <PendingChange actId={waiting} />}
      {begun ? <TemplatesEditor now={begun} {...props} /> : fresh && <AsTheyAre now={fresh} />}
    </>
  );
}

function AsTheyAre({ now }: { now: ReviewTemplates }) {
  const { t, i18n } = useLingui();
  return (
    <Rows label={t`Textos para empezar`}>
      {now.templates.map(({ id, purpose, titles }) => (
        <Row
          key={id}
          title={titles[i18n.locale as keyof typeof titles] || titles.es}
          note={i18n._(TEMPLATE_PURPOSE_LABELS[purpose])}
        />
      ))}
    </Rows>
  );
}
