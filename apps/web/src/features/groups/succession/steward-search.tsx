import { Trans } from '@lingui/react/macro';
import type { GroupQuery } from '../../../gql/types';
import { Banner } from '../../../ui/display/banner';
import { SuccessionCards } from './succession-cards';

type Group = Pick<GroupQuery['group'], 'id' | 'myRole' | 'seeksSteward'>;

/** Asks the member whose turn it is to become steward, and tells all members that the group looks for one. */
export function StewardSearch({ group }: { group: Group }) {
  return (
    <>
      {group.myRole && group.myRole !== 'steward' && <SuccessionCards groupId={group.id} />}
      {group.seeksSteward && (
        <Banner>
          <Trans>
            El grupo busca quien lo sostenga. Los canales siguen como siempre; los pedidos para
            entrar esperan. Si nadie acepta, se archiva.
          </Trans>
        </Banner>
      )}
    </>
  );
}
