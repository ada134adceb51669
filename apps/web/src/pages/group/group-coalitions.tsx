import { Trans, useLingui } from '@lingui/react/macro';
import type { GroupQuery } from '../../gql/types';
import { IconTile, Row, Rows } from '../../ui/display/card';

/** The coalitions in which the group takes part, as far as the viewer may know it; renders nothing without any. */
export function GroupCoalitions({
  group: { participations },
}: {
  group: Pick<GroupQuery['group'], 'participations'>;
}) {
  const { t } = useLingui();
  if (participations.length === 0) return null;
  return (
    <section className="stack stack--2">
      <h2>
        <Trans>Coaliciones</Trans>
      </h2>
      <Rows label={t`Coaliciones`}>
        {participations.map(
          ({ id, name, hasShownName, coalition }) =>
            coalition && (
              <Row
                key={id}
                to={`/coalitions/${coalition.slug}`}
                start={<IconTile icon="coalition" />}
                title={<span className="breakable">{coalition.name}</span>}
                note={
                  hasShownName ? (
                    <span className="breakable">
                      <Trans>
                        En la coalición se llama {name}. Aquí esto se muestra solo a la gente del
                        grupo.
                      </Trans>
                    </span>
                  ) : (
                    <Trans>El grupo es parte de ella</Trans>
                  )
                }
              />
            ),
        )}
      </Rows>
    </section>
  );
}
