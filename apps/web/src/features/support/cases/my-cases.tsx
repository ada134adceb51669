import { Trans, useLingui } from '@lingui/react/macro';
import type { MySupportCasesQuery } from '../../../gql/types';
import { Badge } from '../../../ui/display/badge';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { ClaimTime, UrgentBadge } from '../content-list';
import { KIND_LABELS } from '../support-labels';
import { UnreadBadge } from '../threads/thread-rows';
import { caseOrder } from './case-order';
import { threadsOf, unreadIn, useCaseThreads } from '../threads/use-case-threads';

type MyCase = MySupportCasesQuery['mySupportCases'][number];

/** The cases of the viewer. First stand those that need them. */
export function MyCases({ cases }: { cases: readonly MyCase[] }) {
  const { threads } = useCaseThreads();
  if (cases.length === 0) return null;
  const ordered = caseOrder(
    cases.map((one) => ({ one, unread: unreadIn(threadsOf(threads, one.id)) })),
  );
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Tus casos</Trans>
      </h2>
      <Rows>
        {ordered.map(({ one, unread }) => (
          <CaseRow key={one.id} one={one} unread={unread} />
        ))}
      </Rows>
    </section>
  );
}

const WAIT_DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;

function CaseRow({ one, unread }: { one: MyCase; unread: number }) {
  const { i18n } = useLingui();
  const { id, number, kind, isUrgent, claimEndsAt, silenceEndsAt, reopenedAt, isOpened } = one;
  const { waitsForRequesterUntil: waitsUntil, answeredAt, pausedUntil } = one;
  const paused = pausedUntil && i18n.date(pausedUntil, { dateStyle: 'long' });
  const closing = silenceEndsAt && i18n.date(silenceEndsAt, { dateStyle: 'long' });
  const day = reopenedAt && i18n.date(reopenedAt, { dateStyle: 'long' });
  const isNew = (reopenedAt !== null && !isOpened) || answeredAt !== null;
  const isNeeded = claimEndsAt ? !waitsUntil : isNew;
  const waitDay = waitsUntil && i18n.date(waitsUntil, WAIT_DAY);
  return (
    <Row
      to={`/cases/${id}`}
      start={<IconTile icon="support" {...(isNeeded && { look: 'clay' })} />}
      title={
        <span className="wrap">
          <span>
            <span className="num">{number}</span> · {i18n._(KIND_LABELS[kind])}
          </span>
          {isUrgent && <UrgentBadge />}
          {isNew && (
            <Badge look="clay">
              <Trans>Novedad</Trans>
            </Badge>
          )}
          <UnreadBadge count={unread} />
        </span>
      }
      note={
        waitDay ? (
          <Trans>Esperando a quien pidió apoyo, hasta el {waitDay}</Trans>
        ) : claimEndsAt ? (
          <>
            {answeredAt ? (
              <Trans>Contestó una pregunta.</Trans>
            ) : (
              <Trans>Falta tu respuesta.</Trans>
            )}{' '}
            <ClaimTime endsAt={claimEndsAt} />
          </>
        ) : paused ? (
          <Trans>En pausa · se cierra el {paused}</Trans>
        ) : closing ? (
          <Trans>¿Sigue? Se cierra el {closing}</Trans>
        ) : day ? (
          <Trans>Reabierto el {day}</Trans>
        ) : (
          <Trans>En marcha</Trans>
        )
      }
    />
  );
}
