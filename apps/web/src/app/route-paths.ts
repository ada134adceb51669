/** Every path of the router, under `/app`. Checks walk this list; `routes.tsx` must give each a page. */
export const ROUTE_PATHS = [
  '/',
  '/people',
  '/people/:id',
  '/channels',
  '/channels/new',
  '/channels/:id',
  '/groups',
  '/groups/new',
  '/groups/:slug',
  '/groups/:slug/members',
  '/groups/:slug/requests',
  '/me/account',
  '/me/sessions',
  '/me/data',
  '/me/invitations',
  '/admin',
  '/admin/data',
  '/audit',
  '/introductions',
  '/introductions/:id',
  '/me/blocked',
  '/desk',
  '/desk/applications/:id',
  '/desk/matters/:id',
  '/me',
  '/me/view-as',
  '/joining',
  '/desk/decisions',
  '/vouch',
] as const;

export type RoutePath = (typeof ROUTE_PATHS)[number];

/** What accounts that are no member now reach: staff, and who is suspended. For them the rest is not there. */
export const APART_PATHS: readonly RoutePath[] = [
  '/',
  '/me/account',
  '/me/sessions',
  '/me/data',
  '/me/invitations',
  '/admin',
  '/admin/data',
  '/audit',
];
