export class ChartSearch {
  id: string;
  title: string;
}

export class ChartPositionView {
  id: string;
  organizationId: string;
  title: string;
  level: string | null;
  team: string | null;
  note: string | null;
  managerId: string | null;
  managerPositionId: string | null;
  /** The person known to hold it. */
  holderId: string | null;
  version: number;
}

export class ChartNode {
  /** Of the candidate, or of the position for which nobody is known. */
  id: string;
  kind: 'person' | 'position';
  /** The box above, by its id. */
  managerId: string | null;
  /** The person's name; null where nobody is known. */
  name: string | null;
  nativeName: string | null;
  title: string | null;
  level: string | null;
  team: string | null;
  organizationId: string;
  organizationName: string;
  doNotContact: boolean;
  /** Open searches in whose pipeline the person stands. */
  searches: ChartSearch[];
  /** The position that the box is, or that the person holds. */
  position: ChartPositionView | null;
}

export class OrgChart {
  nodes: ChartNode[];
  /** Every team of the organization, whatever the chart was narrowed to. */
  teams: string[];
  /** There are more people than a chart shows. */
  truncated: boolean;
}

export class ChartMove {
  id: string;
  managerId: string | null;
  managerPositionId: string | null;
}
