export class LadderStepView {
  id: string;
  name: string;
  /** Its place, 0 for the lowest. */
  position: number;
}

export class LadderView {
  /** From the lowest. */
  steps: LadderStepView[];
  /** That of the agency, to be named by If-Match. */
  version: number;
  /** What the one who asks may do with it now. */
  abilities: string[];
}
