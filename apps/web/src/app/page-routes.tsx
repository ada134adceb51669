import { Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { NotFound } from '../ui/page/not-found';
import { Skeleton } from '../ui/display/skeleton';
import { ErrorBoundary } from './error-boundary';
import type { RoutePath } from './route-paths';
import { ROUTES } from './routes';

/** Renders the page of the current path. An error in the page leaves the navigation bars usable. */
export function PageRoutes({ paths }: { paths: readonly RoutePath[] }) {
  const { pathname } = useLocation();
  return (
    <ErrorBoundary place={pathname}>
      <Suspense fallback={<Arriving />}>
        <Routes>
          {paths
            .map((path) => [path, ROUTES[path]] as const)
            .map(([path, Page]) => (
              <Route key={path} path={path} element={<Page />} />
            ))}
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}

function Arriving() {
  return (
    <main id="main" className="page" tabIndex={-1}>
      <Skeleton />
    </main>
  );
}
