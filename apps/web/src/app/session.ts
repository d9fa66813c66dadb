import type { Permission } from '@domain/access/permissions.js';
import { redirect, type ParsedLocation } from '@tanstack/react-router';
import { $api, api, type Schemas } from './api.js';
import { toProblem } from './problem.js';
import { queryClient } from './query-client.js';
import { forgetSections } from './sections.js';

type Me = Schemas['MeView'];

const meQuery = $api.queryOptions('get', '/api/v1/me', undefined, { staleTime: 60_000 });

/** Who is signed in; sends anyone else to the sign-in page, which leads back to the address asked for. */
export async function requireMe(location: ParsedLocation): Promise<Me> {
  try {
    return await queryClient.ensureQueryData(meQuery);
  } catch (thrown) {
    if (toProblem(thrown).status !== 401) throw thrown;
    throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } });
  }
}

/** Who is signed in; only below the signed-in layout, which has loaded it. */
export function useMe(): Me {
  const { data } = $api.useQuery('get', '/api/v1/me', undefined, { staleTime: 60_000 });
  if (!data) throw new Error('useMe outside of the signed-in layout');
  return data;
}

/** Whether the member may do this; decides what is offered, the server decides what happens. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

/** Ends the session and forgets everything that was loaded with it. */
export async function signOut(): Promise<void> {
  await api.POST('/api/auth/sign-out');
  queryClient.clear();
  forgetSections();
}
