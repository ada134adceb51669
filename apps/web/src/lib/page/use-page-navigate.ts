import { useCallback } from 'react';
import { useHref, useLocation, useNavigate, type NavigateOptions } from 'react-router';

/**
 * Like `useNavigate`, but does nothing once the address is another one than at the last render. A late server response
 * must not navigate away from the page that the person opened meanwhile. Returns whether it navigated.
 */
export function usePageNavigate(): (to: string, options?: NavigateOptions) => boolean {
  const navigate = useNavigate();
  const here = useHref(useLocation());
  return useCallback(
    (to, options) => {
      const { pathname, search, hash } = location;
      const isHere = `${pathname}${search}${hash}` === here;
      if (isHere) navigate(to, options);
      return isHere;
    },
    [navigate, here],
  );
}
