import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import type { CaseOpeningReason } from '../../gql/types';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { Card } from '../../ui/display/card';
import { LoadFailed } from '../../ui/page/load-failed';
import { SUPPORT_OPENINGS, SUPPORT_OPENINGS_CONTEXT } from './openings.graphql';

const REASON_LABELS: Record<CaseOpeningReason, MessageDescriptor> = {
  triage: msg`Para contestarlo`,
  work: msg`Para seguir acompañando`,
};

const FRESH = { requestPolicy: 'network-only' } as const;

/** When the content of a request was opened and why; names only the supporter whom the requester knows. */
export function Openings({ id }: { id: string }) {
  const { i18n } = useLingui();
  const [{ data, error }, execute] = useQuery({
    ...{ query: SUPPORT_OPENINGS, variables: { id } },
    requestPolicy: 'cache-and-network',
    context: SUPPORT_OPENINGS_CONTEXT,
  });
  useNews(['supportRequest'], () => execute(FRESH), [id]);
  const openings = data?.supportOpenings;
  const problem = data ? undefined : requestProblemOf(error);
  return (
    <Card className="stack--3">
      <div className="stack stack--1">
        <h2>
          <Trans>Cuándo se abrió y para qué</Trans>
        </h2>
        <p className="xs muted">
          <Trans>
            Solo puede abrirlo quien tiene el pedido para dar apoyo. Cada persona aparece como
            máximo una vez en 24 horas, y otra vez si el pedido volvió a la cola o se reabrió.
          </Trans>
        </p>
      </div>
      {problem && <LoadFailed problem={problem} onRetry={() => execute(FRESH)} />}
      {openings?.length === 0 && (
        <p className="muted">
          <Trans>Todavía no lo abrió nadie.</Trans>
        </p>
      )}
      {openings && openings.length > 0 && (
        <ul className="stack stack--2">
          {openings.map(({ openedAt, reason, supporterName }) => (
            <li key={`${openedAt}${reason}`}>
              <p>{supporterName ?? <Trans>Una persona que da apoyo</Trans>}</p>
              <p className="xs muted">
                {i18n.date(openedAt, { dateStyle: 'long', timeStyle: 'short' })} ·{' '}
                {i18n._(REASON_LABELS[reason])}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
