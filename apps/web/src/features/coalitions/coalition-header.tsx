import { Trans } from '@lingui/react/macro';
import { ForestPanel } from '../../ui/display/card';
import { Icon } from '../../ui/display/icon';
import type { Coalition } from './coalitions.graphql';

/** Name and purpose under the word that tells a coalition from a group. */
export function CoalitionHeader({
  coalition: { name, purpose, isListed },
}: {
  coalition: Pick<Coalition, 'name' | 'purpose' | 'isListed'>;
}) {
  return (
    <ForestPanel>
      <span className="muted xs inline">
        <Icon name="coalition" size="s" />
        {isListed ? <Trans>Coalición</Trans> : <Trans>Coalición oculta</Trans>}
      </span>
      <h1 className="breakable">{name}</h1>
      <p className="breakable">{purpose}</p>
    </ForestPanel>
  );
}
