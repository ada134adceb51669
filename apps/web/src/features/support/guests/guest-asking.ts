import { createContext } from 'react';
import type { NewPhrase } from './guests.graphql';

/** Receives the recovery phrase of a request that was sent without an account; undefined where people have an account. */
export const GuestAsking = createContext<((phrase: NewPhrase) => void) | undefined>(undefined);
