import type { Permission } from '@domain/access/permissions.js';
import {
  IconBriefcase2,
  IconBuilding,
  IconFileDollar,
  IconFileImport,
  IconHome,
  IconSend,
  IconSettings,
  IconTargetArrow,
  IconUsers,
} from '@tabler/icons-react';
import type { ShortcutId } from './shortcuts.js';

export type NavId =
  'home' | 'candidates' | 'organizations' | 'searches' | 'poaching' | 'submissions' | 'offers' | 'imports' | 'settings';

type NavItem = {
  id: NavId;
  to:
    | '/'
    | '/candidates'
    | '/organizations'
    | '/searches'
    | '/poaching'
    | '/submissions'
    | '/offers'
    | '/imports'
    | '/settings';
  icon: typeof IconHome;
  needs: Permission;
  shortcut: ShortcutId;
};

/** The places of the product, in the order of the navigation, with what one must be allowed to see them. */
export const navigation: readonly NavItem[] = [
  { id: 'home', to: '/', icon: IconHome, needs: 'me.read', shortcut: 'goHome' },
  { id: 'searches', to: '/searches', icon: IconBriefcase2, needs: 'search.read', shortcut: 'goSearches' },
  { id: 'candidates', to: '/candidates', icon: IconUsers, needs: 'candidate.read', shortcut: 'goCandidates' },
  {
    id: 'organizations',
    to: '/organizations',
    icon: IconBuilding,
    needs: 'organization.read',
    shortcut: 'goOrganizations',
  },
  { id: 'poaching', to: '/poaching', icon: IconTargetArrow, needs: 'poaching.read', shortcut: 'goPoaching' },
  { id: 'submissions', to: '/submissions', icon: IconSend, needs: 'submission.read', shortcut: 'goSubmissions' },
  { id: 'offers', to: '/offers', icon: IconFileDollar, needs: 'offer.read', shortcut: 'goOffers' },
  { id: 'imports', to: '/imports', icon: IconFileImport, needs: 'import.run', shortcut: 'goImports' },
  { id: 'settings', to: '/settings', icon: IconSettings, needs: 'me.read', shortcut: 'goSettings' },
];
