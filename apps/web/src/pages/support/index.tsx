import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { UnsentForms } from '../../features/forms/unsent-forms';
import { useStoredAskDraft } from '../../features/support/ask/ask-draft';
import { UnfinishedRow } from '../../features/support/ask/unfinished-row';
import { UnsentRequest } from '../../features/support/ask/unsent-request';
import '../../features/support/ask-error-texts';
import { EmergencyLink } from '../../features/support/emergency-link';
import {
  MY_SUPPORT_REQUESTS,
  SUPPORT_ASKING,
} from '../../features/support/own/own-requests.graphql';
import { RequestList } from '../../features/support/own/request-list';
import { problemText, requestProblemOf } from '../../lib/server/errors';
import { useMe } from '../../lib/server/session';
import { useNews } from '../../lib/server/use-news';
import { ButtonLink } from '../../ui/actions/button';
import { Banner } from '../../ui/display/banner';
import { Rows } from '../../ui/display/card';
import { Skeleton } from '../../ui/display/skeleton';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

const FRESH = { requestPolicy: 'network-only' } as const;

/** The viewer's support requests, and the link to ask. */
export default function SupportPage() {
  const { t } = useLingui();
  const { standing } = useMe();
  const [{ data, error }, refetch] = useQuery({
    query: MY_SUPPORT_REQUESTS,
    requestPolicy: 'cache-and-network',
  });
  useNews(['supportRequest'], () => refetch(FRESH));
  const problem = data ? undefined : requestProblemOf(error);
  const requests = data?.mySupportRequests;
  if (standing === 'staff') return <NotFound />;
  return (
    <Page width={640} title={t`Apoyo`}>
      <div className="stack stack--1">
        <h1>
          <Trans>Apoyo</Trans>
        </h1>
        <p className="muted">
          <Trans>Acompañamiento gratis en tecnología, datos y cuidado digital.</Trans>
        </p>
      </div>
      {standing !== 'suspended' && (
        <>
          <Unfinished />
          <Ask />
        </>
      )}
      <UnsentForms supportDetails={UnsentRequest} />
      {problem && <LoadFailed problem={problem} onRetry={() => refetch(FRESH)} />}
      {!requests && !problem && <Skeleton kind="row" />}
      {requests && requests.length > 0 && <RequestList requests={requests} />}
      {requests && requests.length === 0 && (
        <EmptyState title={<Trans>Todavía no pediste apoyo</Trans>}>
          <Trans>Son siete preguntas cortas. Contesta una persona.</Trans>
        </EmptyState>
      )}
    </Page>
  );
}

/** A half-written request on this device. */
function Unfinished() {
  const draft = useStoredAskDraft();
  if (!draft) return null;
  return (
    <Rows>
      <UnfinishedRow draft={draft} />
    </Rows>
  );
}

/** The button to ask, or the reason why asking is closed. Offline, the button stays: the form is queued. */
function Ask() {
  const [{ data }] = useQuery({ query: SUPPORT_ASKING, requestPolicy: 'cache-and-network' });
  const { closedBecause = null, left = 1 } = data?.supportAsking ?? {};
  const reason = closedBecause ?? (left === 0 ? 'support.tooManyOpen' : null);
  if (reason) {
    return (
      <Banner look="warn" icon="info">
        {problemText({ code: 'CONFLICT', reason, fields: {} })}{' '}
        <EmergencyLink>
          <Trans>A quién llamar ahora</Trans>
        </EmergencyLink>
      </Banner>
    );
  }
  return (
    <ButtonLink kind="primary" block to="/support/ask">
      <Trans>Pedir apoyo</Trans>
    </ButtonLink>
  );
}
