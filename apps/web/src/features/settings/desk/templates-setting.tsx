import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { problemOf } from '../../../lib/server/errors';
import { Row, Rows } from '../../../ui/display/card';
import { LoadFailed } from '../../../ui/page/load-failed';
import { Skeleton } from '../../../ui/display/skeleton';
import { type Templates, TEMPLATES_NOW } from './desk-words.graphql';
import { PURPOSES } from './template-words';
import { TemplatesEditor } from './templates-editor';
import { useBegun, useWaitingChange, WaitingChange } from '../instance/waiting-change';

interface TemplatesSettingProps {
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

/** Shows the review templates read-only while a change is pending, otherwise their editor. */
export function TemplatesSetting(props: TemplatesSettingProps) {
  const [{ data, error, stale }, execute] = useQuery({
    query: TEMPLATES_NOW,
    requestPolicy: 'cache-and-network',
  });
  const waiting = useWaitingChange('reasonTemplates');
  const fresh = stale ? undefined : data?.deskWords;
  const begun = useBegun(fresh, waiting);
  const problem = problemOf(error);
  const reload = () => execute({ requestPolicy: 'network-only' });
  if (!data && problem) return <LoadFailed problem={problem} onRetry={reload} />;
  if (!begun && (!fresh || waiting === undefined)) return <Skeleton kind="row" rows={6} />;
  return (
    <>
      {waiting && <WaitingChange actId={waiting} />}
      {begun ? <TemplatesEditor now={begun} {...props} /> : fresh && <AsTheyAre now={fresh} />}
    </>
  );
}

function AsTheyAre({ now }: { now: Templates }) {
  const { t, i18n } = useLingui();
  return (
    <Rows label={t`Textos para empezar`}>
      {now.templates.map(({ id, purpose, titles }) => (
        <Row
          key={id}
          title={titles[i18n.locale as keyof typeof titles] || titles.es}
          note={i18n._(PURPOSES[purpose])}
        />
      ))}
    </Rows>
  );
}
