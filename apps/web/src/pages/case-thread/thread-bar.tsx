import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { CaseThread } from '../../features/support/threads/threads.graphql';
import { ShieldButton } from '../../ui/actions/shield-button';
import { Icon } from '../../ui/display/icon';
import type { ThreadPlace } from '.';

interface ThreadBarProps {
  place: ThreadPlace;
  requestId: string;
  /** Whether no supporter reads the conversation now. */
  isUnread: boolean;
  threads: readonly CaseThread[];
}

/** Header of a thread. A supporter changes between both threads of the case here. */
export function ThreadBar({ place, requestId, isUnread, threads }: ThreadBarProps) {
  const { t } = useLingui();
  const titles: Record<ThreadPlace, string> = {
    own: t`Conversación de tu caso`,
    requester: t`Conversación`,
    internal: t`Notas internas`,
    outside: t`Ayuda de afuera`,
    helper: t`Equipo de apoyo`,
  };
  const isBelowSupport = place === 'own' || place === 'helper';
  return (
    <>
      <header className="topbar topbar--channel">
        <Link
          className="iconbtn"
          to={isBelowSupport ? `/support/${requestId}` : `/cases/${requestId}`}
          aria-label={place === 'own' ? t`Volver a tu pedido` : t`Volver al caso`}
        >
          <Icon name="back" />
        </Link>
        <div className="grow">
          <h1 className="topbar__title">{titles[place]}</h1>
          <span className="row__s">
            {place === 'internal' ? (
              <Trans>Quien pidió apoyo no las ve</Trans>
            ) : place === 'outside' || place === 'helper' ? (
              <Trans>Quien pidió apoyo no la lee</Trans>
            ) : isUnread ? (
              <Trans>Ahora nadie la lee</Trans>
            ) : (
              <Trans>Solo personas de este caso</Trans>
            )}
          </span>
        </div>
        <span className="only-m">
          <ShieldButton />
        </span>
      </header>
      {!isBelowSupport && place !== 'outside' && (
        <Switch place={place} requestId={requestId} threads={threads} />
      )}
    </>
  );
}

function Switch({ place, requestId, threads }: Omit<ThreadBarProps, 'isUnread'>) {
  const { t } = useLingui();
  const unreadOf = (kind: CaseThread['kind']) =>
    threads.find((one) => one.kind === kind)?.unreadCount ?? 0;
  const all = [
    { kind: 'requester', path: 'conversation', label: t`Conversación` },
    { kind: 'internal', path: 'internal', label: t`Notas internas` },
  ] as const;
  return (
    <nav className="thread__switch" aria-label={t`Hilos del caso`}>
      <div className="seg seg--nav">
        {all.map(({ kind, path, label }) => (
          <Link
            key={kind}
            to={`/cases/${requestId}/${path}`}
            replace
            aria-current={place === kind ? 'page' : undefined}
          >
            {kind === 'internal' && <Icon name="lock" size="xs" />}
            {label}
            {place !== kind && unreadOf(kind) > 0 && (
              <span className="count">{unreadOf(kind)}</span>
            )}
          </Link>
        ))}
      </div>
    </nav>
  );
}
