import { Plural, Trans } from '@lingui/react/macro';

/** For stewards: how many members have not consented to the current agreements. */
export function Unconsented({ count }: { count: number }) {
  if (count === 0) return <Trans>Todo el grupo aceptó lo que está vigente</Trans>;
  return (
    <Plural
      value={count}
      one="# persona todavía no aceptó los cambios"
      other="# personas todavía no aceptaron los cambios"
    />
  );
}
