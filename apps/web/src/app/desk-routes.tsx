import type { ComponentType } from 'react';
import { lazyPage } from './lazy-page';
import type { NestedPath } from './nested-paths';
import { NestedRoutes } from './nested-routes';

const PAGES: Record<NestedPath<'/desk/*'>, ComponentType> = {
  '/': lazyPage(() => import('../pages/desk')),
  '/applications/:id': lazyPage(() => import('../pages/desk-application')),
  '/decisions': lazyPage(() => import('../pages/desk-decisions')),
  '/throughput': lazyPage(() => import('../pages/desk-throughput')),
  '/matters/:id': lazyPage(() => import('../pages/desk-matter')),
  '/reopening/:id': lazyPage(() => import('../pages/desk-reopening')),
};

export default function DeskRoutes() {
  return <NestedRoutes pages={PAGES} />;
}
