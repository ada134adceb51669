import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import Home from '../pages/home';
import { speakOfChannel, speakOfDuties, speakOfFrame, speakOfPeople } from '../lib/words/language';
import type { RoutePath } from './route-paths';

type Loader = () => Promise<{ default: ComponentType }>;

/** A page of its own chunk. After a new release an old page may ask for a chunk that is gone: one reload brings the new one. */
function page(load: Loader): LazyExoticComponent<ComponentType> {
  return lazy(() => load().then(arrived, reloadOnce));
}

/** Pages that bring what they say along: those that only people with a duty see, and those about people and what is one's own. */
const saying = (speak: () => Promise<void>) => (load: Loader) =>
  page(async () => (await Promise.all([load(), speak()]))[0]);
const ofDuties = saying(speakOfDuties);
const ofPeople = saying(speakOfPeople);
const ofChannel = saying(speakOfChannel);
const ofFrame = saying(speakOfFrame);

const RELOADED = 'trama.reloaded';

function arrived<T>(module: T): T {
  sessionStorage.removeItem(RELOADED);
  return module;
}

function reloadOnce(error: unknown): never | Promise<never> {
  if (!navigator.onLine || sessionStorage.getItem(RELOADED) !== null) throw error;
  sessionStorage.setItem(RELOADED, '1');
  location.reload();
  return new Promise<never>(() => undefined);
}

/** One for both of its paths, so that it stays when one goes from feed to feed. */
const ChannelPage = page(() => import('../pages/channel'));

/** One line for each page. Its path also stands in `route-paths.ts`. The home page comes with the shell: one file instead of twenty small ones. */
export const ROUTES: Record<RoutePath, ComponentType> = {
  '/': Home,
  '/account': ofFrame(() => import('./account/account-page')),
  '/inbox': page(() => import('../pages/inbox')),
  '/people': ofPeople(() => import('../pages/people')),
  '/people/map': ofPeople(() => import('../pages/work-map')),
  '/people/:id': ofPeople(() => import('../pages/person')),
  '/channels': ofChannel(() => import('../pages/channels')),
  '/channels/new': page(() => import('../pages/new-channel')),
  '/channels/search': ofChannel(() => import('../pages/channel-search')),
  '/channels/:id': ChannelPage,
  '/channels/:id/topics/:topicId': ChannelPage,
  '/groups': ofPeople(() => import('../pages/groups')),
  '/groups/new': ofPeople(() => import('../pages/new-group')),
  '/groups/:slug': ofPeople(() => import('../pages/group')),
  '/groups/:slug/edit': ofPeople(() => import('../pages/edit-group')),
  '/groups/:slug/privacy': ofPeople(() => import('../pages/group-privacy')),
  '/groups/:slug/members': ofPeople(() => import('../pages/group-members')),
  '/groups/:slug/members/:id': ofPeople(() => import('../pages/group-member')),
  '/groups/:slug/members/:id/remove': ofPeople(() => import('../pages/group-remove')),
  '/groups/:slug/leave': ofPeople(() => import('../pages/group-leave')),
  '/groups/:slug/me': ofPeople(() => import('../pages/group-me')),
  '/groups/:slug/requests': ofPeople(() => import('../pages/group-requests')),
  '/group-link': ofPeople(() => import('../pages/group-link')),
  '/organisations': ofPeople(() => import('../pages/organisations')),
  '/organisations/new': ofPeople(() => import('../pages/new-organisation')),
  '/organisations/:slug': ofPeople(() => import('../pages/organisation')),
  '/organisations/:slug/edit': ofPeople(() => import('../pages/edit-organisation')),
  '/organisations/:slug/people': ofPeople(() => import('../pages/organisation-people')),
  '/me/notifications': ofPeople(() => import('../pages/me-notifications')),
  '/me/keys': ofFrame(() => import('../pages/me-keys')),
  '/me/saver': ofPeople(() => import('../pages/me-saver')),
  '/me/account': ofPeople(() => import('../pages/me-account')),
  '/me/duties': ofDuties(() => import('../pages/me-duties')),
  '/me/sessions': ofPeople(() => import('../pages/me-sessions')),
  '/me/data': ofPeople(() => import('../pages/me-data')),
  '/me/invitations': ofPeople(() => import('../pages/invitations')),
  '/admin': ofDuties(() => import('../pages/admin')),
  '/admin/data': ofDuties(() => import('../pages/admin-data')),
  '/admin/founding': ofDuties(() => import('../pages/admin-founding')),
  '/admin/settings': ofDuties(() => import('../pages/admin-settings')),
  '/admin/settings/checklist': ofDuties(() => import('../pages/admin-checklist')),
  '/admin/settings/templates': ofDuties(() => import('../pages/admin-templates')),
  '/admin/settings/words': ofDuties(() => import('../pages/admin-words')),
  '/admin/duties': ofDuties(() => import('../pages/admin-duties')),
  '/admin/duties/grant': ofDuties(() => import('../pages/admin-grant')),
  '/admin/duties/seat': ofDuties(() => import('../pages/admin-seat')),
  '/audit': ofDuties(() => import('../pages/audit')),
  '/approvals': ofDuties(() => import('../pages/approvals')),
  '/approvals/:id': ofDuties(() => import('../pages/approval')),
  '/introductions': ofPeople(() => import('../pages/introductions')),
  '/introductions/:id': ofPeople(() => import('../pages/introduction')),
  '/me/notices': page(() => import('../pages/me-notices')),
  '/me/notices/:id': page(() => import('../pages/me-notice')),
  '/me/reports': ofPeople(() => import('../pages/me-reports')),
  '/me/blocked': page(() => import('../pages/blocked')),
  '/desk': ofDuties(() => import('../pages/desk')),
  '/desk/applications/:id': ofDuties(() => import('../pages/desk-application')),
  '/desk/decisions': ofDuties(() => import('../pages/desk-decisions')),
  '/desk/throughput': ofDuties(() => import('../pages/desk-throughput')),
  '/vouch': ofPeople(() => import('../pages/vouch')),
  '/desk/matters/:id': ofDuties(() => import('../pages/desk-matter')),
  '/desk/reopening/:id': ofDuties(() => import('../pages/desk-reopening')),
  '/me': ofPeople(() => import('../pages/me')),
  '/me/view-as': ofPeople(() => import('../pages/view-as')),
  '/joining': ofPeople(() => import('../pages/joining')),
};
