import { Plural, Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import type { Retention } from '../../../gql/types';
import { RETENTION_NAMES } from '../../../lib/text/retention-names';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { LONGEST_RETENTION_QUERY } from './retention.graphql';

const DAYS: Readonly<Record<Retention, number>> = {
  ...{ longest: Infinity, days30: 30, days7: 7, days1: 1, hours1: 0 },
};

export const isLongerRetention = (one: Retention, other: Retention): boolean =>
  DAYS[one] > DAYS[other];

interface RetentionChoiceProps {
  value: Retention;
  now?: Retention;
  hint?: ReactNode;
  /**
   * Whether only shorter retentions can be chosen: a request for a longer one is pending, or the viewer cannot ask for
   * it.
   */
  isOnlyShorter?: boolean;
  onChange: (retention: Retention) => void;
}

/** Chooses a channel's retention. Options above the instance's limit are left out. */
export function RetentionChoice({ value, now, hint, onChange, ...rest }: RetentionChoiceProps) {
  const [{ data }] = useQuery({ query: LONGEST_RETENTION_QUERY });
  const days = data?.longestRetentionDays ?? 365;
  const offered = (Object.keys(RETENTION_NAMES) as Retention[]).filter(
    (one) =>
      one === now || (isPossible(one, days) && !(rest.isOnlyShorter && isLongerThan(one, now))),
  );
  return (
    <ChoiceGroup legend={<Trans>Cuánto se guarda lo que se escribe</Trans>} hint={hint}>
      {offered.map((one) => (
        <Choice
          key={one}
          name="retention"
          value={one}
          checked={one === value}
          onChange={() => onChange(one)}
          note={one === now ? <Trans>Ahora</Trans> : undefined}
        >
          <Name retention={one} longest={days} />
        </Choice>
      ))}
    </ChoiceGroup>
  );
}

const isPossible = (one: Retention, longest: number) => one === 'longest' || DAYS[one] < longest;
const isLongerThan = (one: Retention, now: Retention | undefined) =>
  now !== undefined && isLongerRetention(one, now);

function Name({ retention, longest }: { retention: Retention; longest: number }) {
  const { i18n } = useLingui();
  if (retention !== 'longest') return i18n._(RETENTION_NAMES[retention]);
  return <Plural value={longest} one="# día (el máximo)" other="# días (el máximo)" />;
}
