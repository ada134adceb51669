import { NearWords1764000000230 } from './20261206-near-words.js';
import { TakesRequests1764000000240 } from './20261206-takes-requests.js';
import { Interprets1764000000241 } from './20261206-interprets.js';
import { Avatars1764000000242 } from './20261206-avatars.js';
import { Introducers1764000000250 } from './20261206-introducers.js';
import { AllyNotes1764000000251 } from './20261206-ally-notes.js';
import { Suggestions1764000000252 } from './20261206-suggestions.js';
import { SavedSearches1764000000260 } from './20261206-saved-searches.js';
import { WorkMaps1764000000261 } from './20261206-work-maps.js';
import { TermWords1764000000262 } from './20261206-term-words.js';
import { Organisations1764000000270 } from './20261206-organisations.js';
import { PlacesByWords1764000000271 } from './20261206-places-by-words.js';
import { Personas1764000000280 } from './20261206-personas.js';
import { PastConversations1764000000300 } from './20261207-past-conversations.js';
import { PersonaPictures1764000000320 } from './20261206-persona-pictures.js';
import { DirectoryInOrder1764000000330 } from './20261207-directory-in-order.js';
import { Decoys1764000000340 } from './20261208-decoys.js';
import { ReportedPictures1764000000350 } from './20261208-reported-pictures.js';
import { MessageActs1764000000370 } from './20261208-message-acts.js';
import { untilRemovals } from './until-removals.js';

export const untilMessageActs = [
  ...untilRemovals,
  NearWords1764000000230,
  TakesRequests1764000000240,
  Interprets1764000000241,
  Avatars1764000000242,
  Introducers1764000000250,
  AllyNotes1764000000251,
  Suggestions1764000000252,
  SavedSearches1764000000260,
  WorkMaps1764000000261,
  TermWords1764000000262,
  Organisations1764000000270,
  PlacesByWords1764000000271,
  Personas1764000000280,
  PastConversations1764000000300,
  PersonaPictures1764000000320,
  DirectoryInOrder1764000000330,
  Decoys1764000000340,
  ReportedPictures1764000000350,
  MessageActs1764000000370,
];
