import type { ComponentType } from 'react';
import { loadSupportCatalogue, loadThreadCatalogues } from '../lib/text/support-catalogue';
import { lazyPageWith } from './lazy-page';
import type { NestedPath } from './nested-paths';
import { NestedRoutes } from './nested-routes';

const lazySupportPage = lazyPageWith(loadSupportCatalogue);
const ThreadPage = lazyPageWith(loadThreadCatalogues)(() => import('../pages/case-thread'));

const PAGES: Record<NestedPath<'/support/*'>, ComponentType> = {
  '/': lazySupportPage(() => import('../pages/support')),
  '/ask': lazySupportPage(() => import('../pages/support-ask')),
  '/ask/:step': lazySupportPage(() => import('../pages/support-ask')),
  '/:id': lazySupportPage(() => import('../pages/support-request')),
  '/:id/conversation': ThreadPage,
  '/interpreting': lazySupportPage(() => import('../pages/support-interpreting')),
  '/:id/call': lazySupportPage(() => import('../pages/support-call')),
  '/:id/phrase': lazySupportPage(() => import('../pages/support-phrase')),
  '/:id/summary': lazySupportPage(() => import('../pages/support-request-summary')),
  '/:id/end': lazySupportPage(() => import('../pages/support-request-end')),
};

export default function SupportRoutes() {
  return <NestedRoutes pages={PAGES} />;
}
