import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { speakOfChannel, speakOfDuties, speakOfFrame, speakOfPeople } from '../lib/words/language';

type Loader = () => Promise<{ default: ComponentType }>;

/**
 * Loads a page as a chunk of its own. After a release, an open tab may request a chunk that no longer exists; one
 * reload then loads the new version.
 */
export function page(load: Loader): LazyExoticComponent<ComponentType> {
  return lazy(() => load().then(arrived, reloadOnce));
}

/** Loads a page together with the message catalogue of its area. */
const saying = (speak: () => Promise<void>) => (load: Loader) =>
  page(async () => (await Promise.all([load(), speak()]))[0]);
export const ofDuties = saying(speakOfDuties);
export const ofPeople = saying(speakOfPeople);
export const ofChannel = saying(speakOfChannel);
export const ofFrame = saying(speakOfFrame);

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
