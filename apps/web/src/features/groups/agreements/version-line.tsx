import { Trans, useLingui } from '@lingui/react/macro';
import type { AgreementsQuery } from '../../../gql/types';

/** The group, the number of the current version, and its day if it is known. */
export function VersionLine({
  group,
}: {
  group: Pick<AgreementsQuery['group'], 'name' | 'agreements'>;
}) {
  const { i18n } = useLingui();
  const { version, publishedAt } = group.agreements;
  const day = publishedAt && i18n.date(publishedAt, { dateStyle: 'long' });
  return (
    <span className="eyebrow breakable">
      {day ? (
        <Trans>
          {group.name} · versión {version}, del {day}
        </Trans>
      ) : (
        <Trans>
          {group.name} · versión {version}
        </Trans>
      )}
    </span>
  );
}
