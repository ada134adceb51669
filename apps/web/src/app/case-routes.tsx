import type { ComponentType } from 'react';
import { loadSupportCatalogue, loadThreadCatalogues } from '../lib/text/support-catalogue';
import { lazyPageWith } from './lazy-page';
import type { NestedPath } from './nested-paths';
import { NestedRoutes } from './nested-routes';

const lazySupportPage = lazyPageWith(loadSupportCatalogue);
const ThreadPage = lazyPageWith(loadThreadCatalogues)(() => import('../pages/case-thread'));

const PAGES: Record<NestedPath<'/cases/*'>, ComponentType> = {
  '/': lazySupportPage(() => import('../pages/cases')),
  '/hours': lazySupportPage(() => import('../pages/cases-availability')),
  '/rest': lazySupportPage(() => import('../pages/cases-rest')),
  '/rota': lazySupportPage(() => import('../pages/cases-rota')),
  '/templates': lazySupportPage(() => import('../pages/cases-templates')),
  '/:id': lazySupportPage(() => import('../pages/case')),
  '/:id/conversation': ThreadPage,
  '/:id/internal': ThreadPage,
  '/:id/outside/:channelId': ThreadPage,
};

export default function CaseRoutes() {
  return <NestedRoutes pages={PAGES} />;
}
