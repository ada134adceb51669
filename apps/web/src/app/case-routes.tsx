import type { ComponentType } from 'react';
import { loadSupportCatalogue } from '../lib/text/support-catalogue';
import { lazyPageWith } from './lazy-page';
import { lazyThreadPage } from './lazy-thread-page';
import type { NestedPath } from './nested-paths';
import { NestedRoutes } from './nested-routes';

const lazySupportPage = lazyPageWith(loadSupportCatalogue);

const PAGES: Record<NestedPath<'/cases/*'>, ComponentType> = {
  '/': lazySupportPage(() => import('../pages/cases')),
  '/rest': lazySupportPage(() => import('../pages/cases-rest')),
  '/:id': lazySupportPage(() => import('../pages/case')),
  '/:id/conversation': lazyThreadPage(() => import('../pages/case-thread/requester')),
  '/:id/internal': lazyThreadPage(() => import('../pages/case-thread/internal')),
};

export default function CaseRoutes() {
  return <NestedRoutes pages={PAGES} />;
}
