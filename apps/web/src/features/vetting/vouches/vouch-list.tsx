import { Trans, useLingui } from '@lingui/react/macro';
import { Badge } from '../../../ui/display/badge';
import { Card } from '../../../ui/display/card';
import type { MyVouch } from './vouch.graphql';
import { WithdrawVouch } from './withdraw-vouch';

/** One's own vouches, by when they were given: of whom they were, and what was said, is only in the file. */
export function VouchList({ vouches }: { vouches: readonly MyVouch[] }) {
  if (vouches.length === 0) return null;
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Los que diste</Trans>
      </h2>
      {vouches.map((vouch) => (
        <Given key={vouch.id} vouch={vouch} />
      ))}
    </section>
  );
}

function Given({ vouch }: { vouch: MyVouch }) {
  const { id, createdAt, withdrawnAt, viewerCan } = vouch;
  const { i18n } = useLingui();
  const isOpen = viewerCan.includes('withdraw') && withdrawnAt === null;
  return (
    <Card className="stack--2">
      <div className="inline between top">
        <div className="grow">
          <b>
            <Trans>Un aval</Trans>
          </b>
          <p className="xs muted">
            {i18n.date(createdAt, { dateStyle: 'long', timeStyle: 'short' })}
          </p>
        </div>
        {withdrawnAt && (
          <Badge>
            <Trans>Retirado</Trans>
          </Badge>
        )}
        {isOpen && <WithdrawVouch id={id} />}
      </div>
    </Card>
  );
}
