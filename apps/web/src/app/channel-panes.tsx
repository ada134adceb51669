import { useParams } from 'react-router';
import { useTwoPanes } from '../lib/page/use-wide';
import { later } from '../lib/server/later';
import { speakOfChannel } from '../lib/words/language';
import { ofChannel, page } from './lazy-page';

const ChannelPage = page(() => import('../pages/channel'));
const ListPage = ofChannel(() => import('../pages/channels'));
const NoChannel = ofChannel(() => import('../pages/channels/no-channel'));
/** A channel is usable without the list: where the list cannot be loaded, its place stays empty. */
const ListPane = later(async () => {
  const [all] = await Promise.all([import('../pages/channels/list-pane'), speakOfChannel()]);
  return all.ListPane;
});

/**
 * The list of channels and the open one: side by side on wide screens, one of the two on a phone. One component for
 * every path of both, so that the list keeps its scroll position when another channel is opened.
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
