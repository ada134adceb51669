import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { WithdrawalReason } from '../../../gql/types';
import { Card } from '../../../ui/display/card';
import type { MatterFile } from './matters.graphql';

const REASONS: Record<WithdrawalReason, MessageDescriptor> = {
  mistaken: msg`Quien avalaba dice que se equivocó`,
  conduct: msg`Quien avalaba lo retiró por algo que la persona hizo`,
  pressured: msg`Quien avalaba dice que fue por presión`,
  other: msg`Quien avalaba lo retiró por otra razón`,
};

interface MatterConcernProps {
  concern: MatterFile['concerns'][number];
}

/**
 * A concern that two vetters raised after a vouch for a member was withdrawn. It identifies neither them nor the
 * voucher.
 */
export function MatterConcern({ concern: { reason, words, opinions } }: MatterConcernProps) {
  const { i18n } = useLingui();
  return (
    <section className="qa stack stack--3">
      <h2>
        <Trans>Un aval retirado</Trans>
      </h2>
      <Card className="stack--1 card--flat">
        <b>{i18n._(REASONS[reason])}</b>
        {words && <span className="said quote">{words}</span>}
      </Card>
      <h3 className="xs">
        <Trans>Lo que vieron quienes miraron otra vez</Trans>
      </h3>
      {opinions.map((opinion) => (
        <p key={opinion} className="said">
          {opinion}
        </p>
      ))}
    </section>
  );
}
