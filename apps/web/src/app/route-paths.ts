/** Every path of the router, under `/app`. Checks walk this list; `routes.tsx` must give each a page. */
export const ROUTE_PATHS = [
  '/',
  '/groups',
  '/groups/new',
  '/groups/:slug',
  '/groups/:slug/members',
  '/groups/:slug/requests',
] as const;

export type RoutePath = (typeof ROUTE_PATHS)[number];
