import type { LevelTrack } from '@domain/organizations/level.js';
import { LadderStepView } from '../agencies/ladder.view.js';

export class LevelView {
  code: string;
  title: string | null;
  track: LevelTrack | null;
  /** The steps of the agency's ladder on which it stands: from this one … */
  fromStep: LadderStepView;
  /** … to this one, which is the same where it spans no others. */
  toStep: LadderStepView;
}

class LevelSource {
  /** Whose levels they are: the organization's own, or those of the nearest one above that has some; null where none has. */
  organizationId: string | null;
  organizationName: string | null;
}

export class OrganizationLevels extends LevelSource {
  /** From the lowest. */
  levels: LevelView[];
  /** That of the organization, to be named by If-Match. */
  version: number;
  /** What the one who asks may do with them now. */
  abilities: string[];
}

export class LevelMatch extends LevelView {
  organizationId: string;
  organizationName: string;
}

export class MatchedLevel extends LevelView {
  /** The levels of other organizations that share a step with it, by organization. */
  matches: LevelMatch[];
}

export class LevelMatches extends LevelSource {
  /** From the lowest; none where one was asked for that is not known there. */
  levels: MatchedLevel[];
}
