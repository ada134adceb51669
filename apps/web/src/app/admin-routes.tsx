import type { ComponentType } from 'react';
import { loadSettingsCatalogue } from '../lib/text/settings-catalogue';
import { lazyPageWith } from './lazy-page';
import type { NestedPath } from './nested-paths';
import { NestedRoutes } from './nested-routes';

const lazyAdminPage = lazyPageWith(loadSettingsCatalogue);

const PAGES: Record<NestedPath<'/admin/*'>, ComponentType> = {
  '/': lazyAdminPage(() => import('../pages/admin')),
  '/data': lazyAdminPage(() => import('../pages/admin-data')),
  '/emergency': lazyAdminPage(() => import('../pages/admin-emergency')),
  '/emergency/new': lazyAdminPage(() => import('../pages/admin-emergency-line')),
  '/emergency/:id': lazyAdminPage(() => import('../pages/admin-emergency-line')),
  '/founding': lazyAdminPage(() => import('../pages/admin-founding')),
  '/settings': lazyAdminPage(() => import('../pages/admin-settings')),
  '/settings/checklist': lazyAdminPage(() => import('../pages/admin-checklist')),
  '/settings/hours': lazyAdminPage(() => import('../pages/admin-working-hours')),
  '/settings/support-templates': lazyAdminPage(() => import('../pages/admin-support-templates')),
  '/settings/templates': lazyAdminPage(() => import('../pages/admin-templates')),
  '/settings/words': lazyAdminPage(() => import('../pages/admin-words')),
  '/duties': lazyAdminPage(() => import('../pages/admin-duties')),
  '/duties/grant': lazyAdminPage(() => import('../pages/admin-grant')),
  '/duties/seat': lazyAdminPage(() => import('../pages/admin-staff-account')),
};

export default function AdminRoutes() {
  return <NestedRoutes pages={PAGES} />;
}
