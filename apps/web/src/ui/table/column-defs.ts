import {
  type ColumnDef,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSelectionFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { Column } from './columns.js';

export const features = tableFeatures({ columnSizingFeature, columnVisibilityFeature, rowSelectionFeature });

/** The columns as the table model knows them. */
export function columnDefs<Row extends object>(columns: readonly Column<Row>[]): ColumnDef<typeof features, Row>[] {
  return columns.map(({ id, header, cell, width, fixed }) => ({
    id,
    header,
    size: width,
    enableHiding: !fixed,
    cell: ({ row }) => cell(row.original),
  }));
}
