import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { UnsentForms } from '../../features/forms/unsent-forms';
import { useStoredAskDraft } from '../../features/support/ask/ask-draft';
import { UnfinishedRow } from '../../features/support/ask/unfinished-row';
import { UnsentRequest } from '../../features/support/ask/unsent-request';
import { AskingClosed, useAskingRefusal } from '../../features/support/ask/asking-closed';
import { ComingCallRows } from '../../features/support/calls/coming-call-rows';
import { useComingCalls } from '../../features/support/calls/use-coming-calls';
import {
  MY_SUPPORT_REQUESTS,
  type OwnRequestSummary,
} from '../../features/support/own/own-requests.graphql';
import { HelperCases, HelpQuestions } from '../../features/support/helpers/helper-lists';
import { PartnerCases, PartnerInvitations } from '../../features/support/partners/partner-lists';
import { RequestList } from '../../features/support/own/request-list';
import { FormerCases } from '../../features/support/team/former-cases';
import { requestProblemOf, type RequestProblem } from '../../lib/server/errors';
import { useMe } from '../../lib/server/session';
import { useNews } from '../../lib/server/use-news';
import { ButtonLink } from '../../ui/actions/button';
import { Card, IconTile, Row, Rows } from '../../ui/display/card';
import { Skeleton } from '../../ui/display/skeleton';
import { EmptyState } from '../../ui/page/empty-state';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { reportButton } from '../support-request/report-supporter';

const FRESH = { requestPolicy: 'network-only' } as const;

/** The viewer's support requests, and the link to ask. First stands what waits for the viewer. */
export default function SupportPage() {
  const { t } = useLingui();
  const { standing } = useMe();
  const isSent = useIsSent();
  const [{ data, error }, refetch] = useQuery({
    query: MY_SUPPORT_REQUESTS,
    requestPolicy: 'cache-and-network',
  });
  useNews(['supportRequest'], () => refetch(FRESH));
  const problem = data ? undefined : requestProblemOf(error);
  const requests = data?.mySupportRequests;
  if (standing === 'staff') return <NotFound />;
  if (standing === 'guest') {
    return <RedirectToCase {...{ requests, problem }} onRetry={() => refetch(FRESH)} />;
  }
  return (
    <Page width={640} title={t`Apoyo`}>
      {isSent && <SentNotice />}
      <div className="stack stack--1">
        <h1>
          <Trans>Apoyo</Trans>
        </h1>
        <p className="muted">
          <Trans>Acompañamiento gratis en tecnología, datos y cuidado digital.</Trans>
        </p>
      </div>
      <UnsentForms supportDetails={UnsentRequest} />
      <Calls />
      {standing !== 'suspended' && <Unfinished />}
      <PartnerInvitations />
      <HelpQuestions />
      {problem && <LoadFailed problem={problem} onRetry={() => refetch(FRESH)} />}
      {!requests && !problem && <Skeleton kind="row" />}
      {requests && requests.length > 0 && <RequestList requests={requests} />}
      {requests && requests.length === 0 && (
        <EmptyState title={<Trans>Todavía no pediste apoyo</Trans>}>
          <Trans>Son ocho preguntas cortas. Contesta una persona.</Trans>
        </EmptyState>
      )}
      {standing !== 'suspended' && <Ask />}
      <PartnerCases />
      <HelperCases />
      {requests && <FormerCases ownIds={requests.map(({ id }) => id)} {...{ reportButton }} />}
      {standing === 'member' && <HelpRows />}
      {standing === 'applicant' && <ReceiptsRow />}
    </Page>
  );
}

/** Applicants have no page of their account, so this one leads to the receipts of what was destroyed. */
function ReceiptsRow() {
  return (
    <Rows>
      <Row
        to="/me/data"
        start={<IconTile icon="book" look="plain" />}
        title={<Trans>Tus datos</Trans>}
        note={<Trans>Constancias de lo que se destruyó</Trans>}
      />
    </Rows>
  );
}

/** The coming calls of the viewer, in any role. */
function Calls() {
  const { t } = useLingui();
  const calls = useComingCalls();
  if (calls.length === 0) return null;
  return (
    <Rows label={t`Tus llamadas`}>
      <ComingCallRows calls={calls} />
    </Rows>
  );
}

/** The ways to help others: the cases of a supporter, and interpreting. */
function HelpRows() {
  const { duties } = useMe();
  return (
    <Rows>
      {duties.includes('support') && (
        <Row
          to="/cases"
          start={<IconTile icon="desk" look="plain" />}
          title={<Trans>Casos</Trans>}
          note={<Trans>Los pedidos que acompañas y los que esperan</Trans>}
        />
      )}
      <Row
        to="/support/interpreting"
        start={<IconTile icon="channel" look="plain" />}
        title={<Trans>Interpretar llamadas</Trans>}
        note={<Trans>Si hablas dos idiomas, ayuda a que otras personas conversen</Trans>}
      />
    </Rows>
  );
}

interface RedirectToCaseProps {
  requests: readonly OwnRequestSummary[] | undefined;
  problem: RequestProblem | undefined;
  onRetry: () => void;
}

/** Opens the case of a guest. The other requests of a guest continue in it. */
function RedirectToCase({ requests, problem, onRetry }: RedirectToCaseProps) {
  const own = requests?.find(({ stage }) => stage !== 'duplicate') ?? requests?.[0];
  if (own) return <Navigate to={`/support/${own.id}`} replace />;
  if (problem) return <LoadFailed problem={problem} onRetry={onRetry} />;
  return requests ? <NotFound /> : <Skeleton kind="text" />;
}

/**
 * Whether the viewer comes from sending a request. Removes this from the history, so that Back and a reload do not
 * confirm the sending again.
 */
function useIsSent(): boolean {
  const navigate = useNavigate();
  const { state } = useLocation();
  const isNew = Boolean((state as { isSent?: boolean } | null)?.isSent);
  const [isSent] = useState(isNew);
  useEffect(() => {
    if (isNew) void navigate('.', { replace: true, state: null });
  }, [isNew, navigate]);
  return isSent;
}

/** Confirms that the request was sent, and takes the focus. */
function SentNotice() {
  const { standing } = useMe();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // After the shell, which focuses the main element of a new page.
    const timer = setTimeout(() => {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    });
    return () => clearTimeout(timer);
  }, []);
  return (
    <Card className="stack--2">
      <h2 ref={heading} tabIndex={-1}>
        <Trans>Tu pedido ya está en la cola</Trans>
      </h2>
      <p>
        <Trans>
          La respuesta llega aquí, y te avisamos que hay novedades. Puedes retirarlo o borrarlo
          cuando quieras.
        </Trans>
      </p>
      {standing === 'applicant' && (
        <p>
          <Trans>
            Si tu cuenta termina, el pedido se borra con ella. Para conservarlo, ábrelo aquí abajo y
            crea una frase para volver.
          </Trans>
        </p>
      )}
    </Card>
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
  if (useAskingRefusal()) return <AskingClosed />;
  return (
    <ButtonLink kind="primary" block to="/support/ask">
      <Trans>Pedir apoyo</Trans>
    </ButtonLink>
  );
}
