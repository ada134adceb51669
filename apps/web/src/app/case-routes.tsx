import type { ComponentType } from 'react';
import { loadCaseCatalogues, loadThreadCatalogues } from '../lib/text/support-catalogue';
import { lazyPageWith } from './lazy-page';
import type { NestedPath } from './nested-paths';
import { NestedRoutes } from './nested-routes';

const lazyCasePage = lazyPageWith(loadCaseCatalogues);
const ThreadPage = lazyPageWith(loadThreadCatalogues)(() => import('../pages/case-thread'));

const PAGES: Record<NestedPath<'/cases/*'>, ComponentType> = {
  '/': lazyCasePage(() => import('../pages/cases')),
  '/hours': lazyCasePage(() => import('../pages/cases-availability')),
  '/rest': lazyCasePage(() => import('../pages/cases-rest')),
  '/rota': lazyCasePage(() => import('../pages/cases-rota')),
  '/templates': lazyCasePage(() => import('../pages/cases-templates')),
  '/:id': lazyCasePage(() => import('../pages/case')),
  '/:id/conversation': ThreadPage,
  '/:id/internal': ThreadPage,
  '/:id/outside/:channelId': ThreadPage,
};

export default function CaseRoutes() {
  return <NestedRoutes pages={PAGES} />;
}
