import type { LadderSpan } from '../agencies/ladder.js';

/** On which way of a career a level is, where the organization tells them apart. */
export const levelTracks = ['research', 'engineering', 'management'] as const;
export type LevelTrack = (typeof levelTracks)[number];

/** How many levels an organization can have, and how long a code and a title can be. */
export const mostLevels = 60;
export const longestLevel = 40;
export const longestLevelTitle = 80;

/** A level as it is entered: its code there, and the steps of the agency's ladder on which it stands. */
export type LevelDraft = LadderSpan & { readonly code: string };

/** The places on the ladder that a level takes, counted from the lowest step. */
export type LevelRange = { readonly from: number; readonly to: number };

/** A level as a line of text names it. */
export type NamedLevel = { readonly code: string; readonly title: string | null };
