import { Trans, useLingui } from '@lingui/react/macro';
import type { MySupportCasesQuery } from '../../../gql/types';
import { minutesUntil, useNow } from '../../../lib/page/use-now';
import { Badge } from '../../../ui/display/badge';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { UrgentBadge } from '../content-list';
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

function CaseRow({ one, unread }: { one: MyCase; unread: number }) {
  const { i18n } = useLingui();
  const { id, number, kind, isUrgent, claimEndsAt, silenceEndsAt, reopenedAt, isOpened } = one;
  const closing = silenceEndsAt && i18n.date(silenceEndsAt, { dateStyle: 'long' });
  const day = reopenedAt && i18n.date(reopenedAt, { dateStyle: 'long' });
  const isNew = reopenedAt !== null && !isOpened;
  const now = useNow();
  const minutes = claimEndsAt ? Math.max(0, minutesUntil(claimEndsAt, now)) : 0;
  return (
    <Row
      to={`/cases/${id}`}
      start={<IconTile icon="support" {...((claimEndsAt ?? isNew) && { look: 'clay' })} />}
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
        claimEndsAt ? (
          <Trans>Falta tu respuesta · lo tienes {minutes} min más</Trans>
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
