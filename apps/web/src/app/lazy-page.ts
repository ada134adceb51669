import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import {
  loadChannelCatalogue,
  loadDutyCatalogue,
  loadFrameCatalogue,
  loadPeopleCatalogue,
} from '../lib/text/language';

type Loader = () => Promise<{ default: ComponentType }>;

/**
 * Loads a page as a separate chunk. After a release, an open tab may request a chunk that no longer exists; one reload
 * then loads the new version.
 */
export function lazyPage(load: Loader): LazyExoticComponent<ComponentType> {
  return lazy(() => load().then(arrived, reloadOnce));
}

/** Loads a page together with the message catalogue of its area. */
export const lazyPageWith = (loadCatalogue: () => Promise<void>) => (load: Loader) =>
  lazyPage(async () => (await Promise.all([load(), loadCatalogue()]))[0]);
export const lazyDutyPage = lazyPageWith(loadDutyCatalogue);
export const lazyPeoplePage = lazyPageWith(loadPeopleCatalogue);
export const lazyChannelPage = lazyPageWith(loadChannelCatalogue);
export const lazyFramePage = lazyPageWith(loadFrameCatalogue);

const RELOADED = 'trama.reloaded';

function arrived<T>(module: T): T {
  sessionStorage.removeItem(RELOADED);
  return module;
}

function reloadOnce(error: unknown): never | Promise<never> {
  if (!navigator.onLine || sessionStorage.getItem(RELOADED) !== null) throw error;
  sessionStorage.setItem(RELOADED, '1');
  location.reload();
  return new Promise<never>(() => undefined);
}
