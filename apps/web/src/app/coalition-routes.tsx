import type { ComponentType } from 'react';
import { loadCoalitionCatalogue } from '../lib/text/coalition-catalogue';
import { lazyPageWith } from './lazy-page';
import type { NestedPath } from './nested-paths';
import { NestedRoutes } from './nested-routes';

const lazyCoalitionPage = lazyPageWith(loadCoalitionCatalogue);

const PAGES: Record<NestedPath<'/coalitions/*'>, ComponentType> = {
  '/': lazyCoalitionPage(() => import('../pages/coalitions')),
  '/new': lazyCoalitionPage(() => import('../pages/new-coalition')),
  '/link': lazyCoalitionPage(() => import('../pages/coalition-link')),
  '/invitations/:id': lazyCoalitionPage(() => import('../pages/coalition-invitation')),
  '/:slug': lazyCoalitionPage(() => import('../pages/coalition')),
  '/:slug/edit': lazyCoalitionPage(() => import('../pages/coalition-edit')),
  '/:slug/privacy': lazyCoalitionPage(() => import('../pages/coalition-privacy')),
  '/:slug/agreements': lazyCoalitionPage(() => import('../pages/group-agreements')),
  '/:slug/agreements/new': lazyCoalitionPage(() => import('../pages/group-agreements-new')),
  '/:slug/invite': lazyCoalitionPage(() => import('../pages/coalition-invite')),
  '/:slug/participants/:id': lazyCoalitionPage(() => import('../pages/coalition-participant')),
  '/:slug/participants/:id/people': lazyCoalitionPage(
    () => import('../pages/coalition-participant-people'),
  ),
  '/:slug/participants/:id/delegates': lazyCoalitionPage(
    () => import('../pages/coalition-participant-delegates'),
  ),
  '/:slug/participants/:id/name': lazyCoalitionPage(
    () => import('../pages/coalition-participant-name'),
  ),
  '/:slug/participants/:id/end': lazyCoalitionPage(
    () => import('../pages/coalition-participant-end'),
  ),
  '/:slug/take-part': lazyCoalitionPage(() => import('../pages/coalition-take-part')),
  '/:slug/leave': lazyCoalitionPage(() => import('../pages/coalition-leave')),
  '/:slug/me': lazyCoalitionPage(() => import('../pages/group-me')),
  '/:slug/members': lazyCoalitionPage(() => import('../pages/coalition-people')),
  '/:slug/members/:id': lazyCoalitionPage(() => import('../pages/group-member')),
  '/:slug/members/:id/exposure': lazyCoalitionPage(() => import('../pages/former-member')),
  '/:slug/members/:id/remove': lazyCoalitionPage(() => import('../pages/group-remove')),
};

export default function CoalitionRoutes() {
  return <NestedRoutes pages={PAGES} />;
}
