import { useLingui } from '@lingui/react/macro';

/**
 * Grey placeholder with the shape of the content. The stylesheet shows it only after 150 ms, so that fast responses do
 * not flicker.
 */
export function Skeleton({
  rows = 3,
  kind = 'card',
}: {
  rows?: number;
  kind?: 'card' | 'row' | 'text';
}) {
  const { t } = useLingui();
  return (
    <div className="stack stack--3 late" role="status" aria-busy="true" aria-label={t`Cargando`}>
      {Array.from({ length: rows }, (_, at) => (
        <Shape key={at} kind={kind} />
      ))}
    </div>
  );
}

function Shape({ kind }: { kind: 'card' | 'row' | 'text' }) {
  if (kind === 'text') return <span className="sk sk--88" />;
  return (
    <div className={kind === 'card' ? 'card pc' : 'row'}>
      <span className="av av--none" />
      <span className="grow stack stack--3">
        <span className="sk sk--56" />
        <span className="sk sk--88" />
      </span>
    </div>
  );
}
