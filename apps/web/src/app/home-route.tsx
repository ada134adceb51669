import { useMe } from '../lib/server/session';
import HomePage from '../pages/home';
import { lazyFramePage } from './lazy-page';

const NonMemberHome = lazyFramePage(() => import('../pages/home/non-member-home'));

/** Renders the home page for the standing of the account. Most accounts are members, so only their page is static. */
export function HomeRoute() {
  const { standing } = useMe();
  return standing === 'member' ? <HomePage /> : <NonMemberHome />;
}
