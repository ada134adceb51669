import { Plural, Trans } from '@lingui/react/macro';

interface Group {
  readonly unconsentedCount: number | null;
  readonly agreements: { readonly text: string };
}

/** Whether the number of those who have not consented is known and says something. */
export const hasUnconsentedCount = ({ unconsentedCount, agreements }: Group): boolean =>
  unconsentedCount !== null && agreements.text !== '';

/** For stewards: how many members have not consented to the current agreements; nothing in small groups. */
export function Unconsented({ group }: { group: Group }) {
  if (!hasUnconsentedCount(group)) return null;
  const count = group.unconsentedCount ?? 0;
  if (count === 0) return <Trans>Todas las personas aceptaron lo que está vigente</Trans>;
  return (
    <Plural
      value={count}
      one="# persona todavía no aceptó los cambios"
      other="# personas todavía no aceptaron los cambios"
    />
  );
}
