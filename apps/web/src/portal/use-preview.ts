import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../app/api.js';

export type Preview = Schemas['ReportPreview'];
type Asked = Schemas['PreviewReport'];

/** Asks for the report as it would go out, with what stands against it. */
export async function askPreview(candidacyId: string, body: Asked, signal?: AbortSignal): Promise<Preview> {
  const { data } = await api.POST('/api/v1/candidacies/{id}/report-preview', {
    params: { path: { id: candidacyId } },
    body,
    ...(signal && { signal }),
  });
  return data as Preview;
}

/** The report as it would go out, asked for by JSON; the one before stays while the next is made. */
export function usePreview(candidacyId: string, body: string) {
  return useQuery({
    queryKey: ['post', '/report-preview', candidacyId, body],
    queryFn: ({ signal }) => askPreview(candidacyId, JSON.parse(body) as Asked, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
