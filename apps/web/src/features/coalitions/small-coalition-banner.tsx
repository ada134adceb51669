import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink } from '../../ui/actions/button';
import { Banner } from '../../ui/display/banner';
import type { Coalition } from './coalitions.graphql';

interface SmallCoalitionBannerProps {
  coalition: Pick<Coalition, 'slug' | 'archivesAt' | 'viewerCan'>;
}

/**
 * For coalition stewards and those who hold a participant: when a coalition of fewer than two participants is archived.
 * Renders nothing otherwise.
 */
export function SmallCoalitionBanner({
  coalition: { slug, archivesAt, viewerCan },
}: SmallCoalitionBannerProps) {
  const { i18n } = useLingui();
  if (!archivesAt) return null;
  const day = i18n.date(archivesAt, { day: 'numeric', month: 'long' });
  return (
    <Banner look="warn" icon="clock" title={<Trans>Falta otro grupo u organización</Trans>}>
      <span className="stack stack--2">
        <span>
          <Trans>
            Una coalición necesita al menos dos grupos u organizaciones. Si no entra otro, se
            archiva el {day}.
          </Trans>
        </span>
        {viewerCan.includes('inviteParticipant') && (
          <ButtonLink small to={`/coalitions/${slug}/invite`}>
            <Trans>Invitar a otro</Trans>
          </ButtonLink>
        )}
      </span>
    </Banner>
  );
}
