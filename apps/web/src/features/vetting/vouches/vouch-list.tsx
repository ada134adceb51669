import { Trans, useLingui } from '@lingui/react/macro';
import { Badge } from '../../../ui/display/badge';
import { Card } from '../../../ui/display/card';
import type { MyVouch } from './vouch.graphql';
import { WithdrawVouch } from './withdraw-vouch';

/**
 * The viewer's vouches, newest first, numbered from the oldest. It shows neither applicant nor text: number, date and
 * state identify each.
 */
export function VouchList({ vouches }: { vouches: readonly MyVouch[] }) {
  if (vouches.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Los que diste</Trans>
      </h2>
      <p className="small muted">
        <Trans>
          Trama no te muestra de quién fue cada uno: así nadie lo lee en tu dispositivo. Los
          distingues por su número y por cuándo lo diste.
        </Trans>
      </p>
      <ol className="stack stack--3">
        {vouches.map((vouch, at) => (
          <li key={vouch.id}>
            <Given vouch={vouch} number={vouches.length - at} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Given({ vouch, number }: { vouch: MyVouch; number: number }) {
  const { id, createdAt, withdrawnAt, viewerCan } = vouch;
  const { t, i18n } = useLingui();
  const given = i18n.date(createdAt, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Card className="stack--2">
      <div className="inline between top wrap">
        <div className="grow stack stack--1">
          <b>
            <Trans>Aval {number}</Trans>
          </b>
          <p className="xs muted">
            <Trans>Dado: {given}</Trans>
          </p>
          <State withdrawnAt={withdrawnAt} />
        </div>
        {viewerCan.includes('withdraw') && withdrawnAt === null && (
          <WithdrawVouch id={id} name={t`Aval ${number}`} given={given} />
        )}
      </div>
    </Card>
  );
}

function State({ withdrawnAt }: Pick<MyVouch, 'withdrawnAt'>) {
  const { i18n } = useLingui();
  if (withdrawnAt === null) {
    return (
      <span>
        <Badge look="ok" icon="check">
          <Trans>Vigente</Trans>
        </Badge>
      </span>
    );
  }
  const day = i18n.date(withdrawnAt, { dateStyle: 'long' });
  return (
    <span>
      <Badge>
        <Trans>Retirado el {day}</Trans>
      </Badge>
    </span>
  );
}
