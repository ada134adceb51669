import type { ComponentType } from 'react';
import { lazyPage } from './lazy-page';
import type { NestedPath } from './nested-paths';
import { NestedRoutes } from './nested-routes';

const PAGES: Record<NestedPath<'/coalitions/*'>, ComponentType> = {
  '/': lazyPage(() => import('../pages/coalitions')),
  '/new': lazyPage(() => import('../pages/new-coalition')),
  '/link': lazyPage(() => import('../pages/coalition-link')),
  '/invitations/:id': lazyPage(() => import('../pages/coalition-invitation')),
  '/:slug': lazyPage(() => import('../pages/coalition')),
  '/:slug/edit': lazyPage(() => import('../pages/coalition-edit')),
  '/:slug/privacy': lazyPage(() => import('../pages/coalition-privacy')),
  '/:slug/agreements': lazyPage(() => import('../pages/group-agreements')),
  '/:slug/agreements/new': lazyPage(() => import('../pages/group-agreements-new')),
  '/:slug/invite': lazyPage(() => import('../pages/coalition-invite')),
  '/:slug/participants/:id': lazyPage(() => import('../pages/coalition-participant')),
  '/:slug/participants/:id/people': lazyPage(() => import('../pages/coalition-participant-people')),
  '/:slug/participants/:id/delegates': lazyPage(
    () => import('../pages/coalition-participant-delegates'),
  ),
  '/:slug/participants/:id/name': lazyPage(() => import('../pages/coalition-participant-name')),
  '/:slug/participants/:id/end': lazyPage(() => import('../pages/coalition-participant-end')),
  '/:slug/take-part': lazyPage(() => import('../pages/coalition-take-part')),
  '/:slug/leave': lazyPage(() => import('../pages/coalition-leave')),
  '/:slug/me': lazyPage(() => import('../pages/group-me')),
  '/:slug/members': lazyPage(() => import('../pages/coalition-people')),
  '/:slug/members/:id': lazyPage(() => import('../pages/group-member')),
  '/:slug/members/:id/exposure': lazyPage(() => import('../pages/former-member')),
  '/:slug/members/:id/remove': lazyPage(() => import('../pages/group-remove')),
};

export default function CoalitionRoutes() {
  return <NestedRoutes pages={PAGES} />;
}
