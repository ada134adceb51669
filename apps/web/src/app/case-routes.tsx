import type { ComponentType } from 'react';
import { loadSupportCatalogue } from '../lib/text/support-catalogue';
import { saying } from './lazy-page';
import type { NestedPath } from './nested-paths';
import { NestedRoutes } from './nested-routes';

const lazySupportPage = saying(loadSupportCatalogue);

const PAGES: Record<NestedPath<'/cases/*'>, ComponentType> = {
  '/': lazySupportPage(() => import('../pages/cases')),
  '/:id': lazySupportPage(() => import('../pages/case')),
};

export default function CaseRoutes() {
  return <NestedRoutes pages={PAGES} />;
}
