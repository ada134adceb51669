import type { ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { NotFound } from '../ui/page/not-found';

/** The routes below a path that ends in `*`; `pages` has the page of each. */
export function NestedRoutes({ pages }: { pages: Readonly<Record<string, ComponentType>> }) {
  return (
    <Routes>
      {Object.entries(pages).map(([path, Page]) => (
        <Route key={path} path={path} element={<Page />} />
      ))}
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
