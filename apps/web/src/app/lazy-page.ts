import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { speakOfChannel, speakOfDuties, speakOfFrame, speakOfPeople } from '../lib/words/language';

type Loader = () => Promise<{ default: ComponentType }>;

/** A page of its own chunk. After a new release an old page may ask for a chunk that is gone: one reload brings the new one. */
export function page(load: Loader): LazyExoticComponent<ComponentType> {
  return lazy(() => load().then(arrived, reloadOnce));
}

/** Pages that bring what they say along: those that only people with a duty see, and those about people and what is one's own. */
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
