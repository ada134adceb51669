import { useParams } from 'react-router';
import { useTwoPanes } from '../lib/page/use-pane-count';
import { lazyComponent } from '../lib/server/lazy-component';
import { loadChannelCatalogue } from '../lib/text/language';
import { lazyChannelPage, lazyPage } from './lazy-page';

const ChannelPage = lazyPage(() => import('../pages/channel'));
const ListPage = lazyChannelPage(() => import('../pages/channels'));
const NoChannel = lazyChannelPage(() => import('../pages/channels/no-channel'));
/** The channel works without the list, so the list area stays empty if the list cannot be loaded. */
const ListPane = lazyComponent(async () => {
  const [all] = await Promise.all([import('../pages/channels/list-pane'), loadChannelCatalogue()]);
  return all.ListPane;
});

/**
 * Shows the channel list and the open channel: side by side on wide screens, one at a time on a phone. One component
 * serves the paths of both, so that the list keeps its scroll position when another channel opens.
 */
export function ChannelPanes() {
  const { id } = useParams();
  const isWide = useTwoPanes();
  const WithoutChannel = isWide ? NoChannel : ListPage;
  return (
    <div className="chan-grid">
      {isWide && (
        <ListPane>
          <div className="chlist" />
        </ListPane>
      )}
      {id ? <ChannelPage /> : <WithoutChannel />}
    </div>
  );
}
