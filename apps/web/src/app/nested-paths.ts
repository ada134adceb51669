/** The routes below each path that ends in `*`. Their pages load a list of their own: not everybody opens them. */
export const NESTED_PATHS = {
  '/coalitions/*': [
    '/',
    '/new',
    '/link',
    '/invitations/:id',
    '/:slug',
    '/:slug/edit',
    '/:slug/privacy',
    '/:slug/agreements',
    '/:slug/agreements/new',
    '/:slug/invite',
    '/:slug/participants/:id',
    '/:slug/participants/:id/end',
    '/:slug/take-part',
    '/:slug/leave',
    '/:slug/me',
    '/:slug/members',
    '/:slug/members/:id',
    '/:slug/members/:id/exposure',
    '/:slug/members/:id/remove',
  ],
  '/admin/*': [
    '/',
    '/data',
    '/founding',
    '/settings',
    '/settings/checklist',
    '/settings/templates',
    '/settings/words',
    '/duties',
    '/duties/grant',
    '/duties/seat',
  ],
  '/desk/*': [
    '/',
    '/applications/:id',
    '/matters/:id',
    '/reopening/:id',
    '/decisions',
    '/throughput',
  ],
} as const;

export type NestedPath<Route extends keyof typeof NESTED_PATHS> =
  (typeof NESTED_PATHS)[Route][number];
