import type { ComponentType } from 'react';
import { lazyPage } from './lazy-page';
import type { NestedPath } from './nested-paths';
import { NestedRoutes } from './nested-routes';

const PAGES: Record<NestedPath<'/admin/*'>, ComponentType> = {
  '/': lazyPage(() => import('../pages/admin')),
  '/data': lazyPage(() => import('../pages/admin-data')),
  '/emergency': lazyPage(() => import('../pages/admin-emergency')),
  '/emergency/new': lazyPage(() => import('../pages/admin-emergency-line')),
  '/emergency/:id': lazyPage(() => import('../pages/admin-emergency-line')),
  '/founding': lazyPage(() => import('../pages/admin-founding')),
  '/settings': lazyPage(() => import('../pages/admin-settings')),
  '/settings/checklist': lazyPage(() => import('../pages/admin-checklist')),
  '/settings/hours': lazyPage(() => import('../pages/admin-working-hours')),
  '/settings/templates': lazyPage(() => import('../pages/admin-templates')),
  '/settings/words': lazyPage(() => import('../pages/admin-words')),
  '/duties': lazyPage(() => import('../pages/admin-duties')),
  '/duties/grant': lazyPage(() => import('../pages/admin-grant')),
  '/duties/seat': lazyPage(() => import('../pages/admin-staff-account')),
};

export default function AdminRoutes() {
  return <NestedRoutes pages={PAGES} />;
}
