import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { allTexts } from './i18n.js';
import { listSearch } from './list-search.js';
import { oneOf, parseSearch, stringifySearch, text } from './search-params.js';
import { peopleSearch } from '../candidacies/narrowing.js';
import type { ComparisonSearch } from '../offers/assumed.js';
import { requireMe } from './session.js';
import { NotFoundPage, RootLayout, RouteError } from './root.js';

/** A page that says more than every page does. */
const withAllTexts = async <Module,>(page: Promise<Module>): Promise<Module> => {
  const [module] = await Promise.all([page, allTexts()]);
  return module;
};

const root = createRootRoute({ component: RootLayout, notFoundComponent: NotFoundPage, errorComponent: RouteError });

const target = (search: Record<string, unknown>): { to?: string | undefined } => {
  const to = text(search['to']);
  return to?.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\') ? { to } : {};
};
const token = (search: Record<string, unknown>): { token?: string | undefined } => ({ token: text(search['token']) });
const tabbed = (search: Record<string, unknown>): { tab?: string | undefined; kind?: string | undefined } => ({
  tab: text(search['tab']),
  kind: text(search['kind']),
});

const organizationSearch = (
  search: Record<string, unknown>,
): ReturnType<typeof tabbed> & {
  team?: string | undefined;
  show?: string | undefined;
  when?: 'before' | 'all' | undefined;
  title?: string | undefined;
  level?: string | undefined;
  area?: string | undefined;
  q?: string | undefined;
  sort?: string | undefined;
} => ({
  ...tabbed(search),
  team: text(search['team']),
  show: text(search['show']),
  when: oneOf(['before', 'all'], search['when']),
  title: text(search['title']),
  level: text(search['level']),
  area: text(search['area']),
  q: text(search['q']),
  sort: oneOf(
    ['displayName', 'lastContactAt'].flatMap((sort) => [sort, `-${sort}`]),
    search['sort'],
  ),
});

/** What a comparison assumes, each as the page codes it. */
const comparisonSearch = (search: Record<string, unknown>): ComparisonSearch => ({
  currency: text(search['currency']),
  rateOn: text(search['rateOn']),
  lastDay: text(search['lastDay']),
  starts: text(search['starts']),
  growth: text(search['growth']),
  haircut: text(search['haircut']),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: target,
  component: lazyRouteComponent(() => withAllTexts(import('../sign-in/sign-in-page.js')), 'SignInPage'),
});
const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: lazyRouteComponent(
    () => withAllTexts(import('../sign-in/forgotten-password-page.js')),
    'ForgottenPasswordPage',
  ),
});
const resetPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  validateSearch: token,
  component: lazyRouteComponent(() => withAllTexts(import('../sign-in/reset-password-page.js')), 'ResetPasswordPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  validateSearch: token,
  component: lazyRouteComponent(() => withAllTexts(import('../sign-in/invitation-page.js')), 'InvitationPage'),
});
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: token,
  component: lazyRouteComponent(() => withAllTexts(import('../sign-in/welcome-page.js')), 'WelcomePage'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: ({ location }) => requireMe(location),
  component: lazyRouteComponent(() => import('./shell/shell.js'), 'Shell'),
  notFoundComponent: NotFoundPage,
});
const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('../home/home-page.js'), 'HomePage'),
});
const candidates = createRoute({
  getParentRoute: () => signedIn,
  path: '/candidates',
  validateSearch: listSearch(
    {
      underOrganizationId: 'text',
      organizationId: 'text',
      roleFamilyId: 'text',
      seniority: 'texts',
      area: 'text',
      skill: 'text',
      tagId: 'text',
      ownerId: 'text',
      country: 'text',
      city: 'text',
      language: 'text',
      hasPackage: 'flag',
      doNotContact: 'flag',
      archived: 'flag',
    },
    ['displayName', 'lastContactAt', 'createdAt', 'updatedAt'],
  ),
  component: lazyRouteComponent(() => import('../candidates/candidates-page.js'), 'CandidatesPage'),
});
const candidate = createRoute({
  getParentRoute: () => signedIn,
  path: '/candidates/$id',
  validateSearch: tabbed,
  component: lazyRouteComponent(() => withAllTexts(import('../candidates/candidate-page.js')), 'CandidatePage'),
});
const organizations = createRoute({
  getParentRoute: () => signedIn,
  path: '/organizations',
  validateSearch: listSearch({ kind: 'texts', parentId: 'text', country: 'text', ownerId: 'text', archived: 'flag' }, [
    'name',
    'updatedAt',
  ]),
  component: lazyRouteComponent(
    () => withAllTexts(import('../organizations/organizations-page.js')),
    'OrganizationsPage',
  ),
});
const organization = createRoute({
  getParentRoute: () => signedIn,
  path: '/organizations/$id',
  validateSearch: organizationSearch,
  component: lazyRouteComponent(
    () => withAllTexts(import('../organizations/organization-page.js')),
    'OrganizationPage',
  ),
});
const searches = createRoute({
  getParentRoute: () => signedIn,
  path: '/searches',
  validateSearch: listSearch(
    { state: 'texts', type: 'texts', organizationId: 'text', leadId: 'text', memberId: 'text', roleFamilyId: 'text' },
    ['title', 'openedOn', 'updatedAt'],
  ),
  component: lazyRouteComponent(() => import('../searches/searches-page.js'), 'SearchesPage'),
});
const search = createRoute({
  getParentRoute: () => signedIn,
  path: '/searches/$id',
  validateSearch: tabbed,
  component: lazyRouteComponent(() => withAllTexts(import('../searches/search-page.js')), 'SearchPage'),
});
const board = createRoute({
  getParentRoute: () => signedIn,
  path: '/searches/$id/board',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('../candidacies/board-page.js'), 'BoardPage'),
});
const poaching = createRoute({
  getParentRoute: () => signedIn,
  path: '/poaching',
  validateSearch: listSearch(
    {
      show: 'text',
      by: 'text',
      from: 'text',
      to: 'text',
      countedFrom: 'text',
      countedTo: 'text',
      state: 'texts',
      mine: 'flag',
      ownerId: 'text',
      searchId: 'text',
      employerId: 'text',
      channel: 'texts',
      hook: 'texts',
    },
    ['lastAt', 'notNowUntil', 'createdAt'],
  ),
  component: lazyRouteComponent(() => withAllTexts(import('../poaching/poaching-page.js')), 'PoachingPage'),
});
const submissions = createRoute({
  getParentRoute: () => signedIn,
  path: '/submissions',
  validateSearch: listSearch(
    { state: 'texts', level: 'texts', organizationId: 'text', searchId: 'text', memberId: 'text', candidateId: 'text' },
    ['protectedUntil', 'occurredAt'],
  ),
  component: lazyRouteComponent(() => withAllTexts(import('../portal/submissions-page.js')), 'SubmissionsPage'),
});
const offers = createRoute({
  getParentRoute: () => signedIn,
  path: '/offers',
  validateSearch: listSearch(
    { state: 'texts', open: 'text', organizationId: 'text', searchId: 'text', memberId: 'text', candidateId: 'text' },
    ['steppedAt'],
  ),
  component: lazyRouteComponent(() => withAllTexts(import('../offers/offers-page.js')), 'OffersPage'),
});
const offer = createRoute({
  getParentRoute: () => signedIn,
  path: '/offers/$id',
  component: lazyRouteComponent(() => withAllTexts(import('../offers/offer-page.js')), 'OfferPage'),
});
const fees = createRoute({
  getParentRoute: () => signedIn,
  path: '/fees',
  validateSearch: listSearch(
    {
      open: 'text',
      state: 'texts',
      month: 'text',
      trigger: 'texts',
      memberId: 'text',
      searchId: 'text',
      organizationId: 'text',
    },
    ['dueOn'],
  ),
  component: lazyRouteComponent(() => withAllTexts(import('../offers/fees-page.js')), 'FeesPage'),
});
const comparison = createRoute({
  getParentRoute: () => signedIn,
  path: '/candidacies/$id/compare',
  validateSearch: comparisonSearch,
  component: lazyRouteComponent(() => withAllTexts(import('../offers/compare-page.js')), 'ComparePage'),
});
const callList = createRoute({
  getParentRoute: () => signedIn,
  path: '/call-lists/$id',
  validateSearch: (raw: Record<string, unknown>): { at?: number | undefined } => ({
    at: Number(raw['at']) || undefined,
  }),
  component: lazyRouteComponent(() => import('../call-lists/call-list-page.js'), 'CallListPage'),
});
const imports = createRoute({
  getParentRoute: () => signedIn,
  path: '/imports',
  validateSearch: listSearch({}, []),
  component: lazyRouteComponent(() => withAllTexts(import('../imports/imports-page.js')), 'ImportsPage'),
});
const oneImport = createRoute({
  getParentRoute: () => signedIn,
  path: '/imports/$id',
  validateSearch: (raw: Record<string, unknown>): { verdict?: string | undefined } => ({
    verdict: text(raw['verdict']),
  }),
  component: lazyRouteComponent(() => withAllTexts(import('../imports/import-page.js')), 'ImportPage'),
});
const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: lazyRouteComponent(() => withAllTexts(import('../settings/settings-page.js')), 'SettingsPage'),
});
const setting = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings/$part',
  component: lazyRouteComponent(() => withAllTexts(import('../settings/settings-page.js')), 'SettingsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    forgottenPassword,
    resetPassword,
    invitation,
    welcome,
    signedIn.addChildren([
      home,
      candidates,
      candidate,
      organizations,
      organization,
      searches,
      search,
      board,
      poaching,
      submissions,
      offers,
      offer,
      fees,
      comparison,
      callList,
      imports,
      oneImport,
      settings,
      setting,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
  parseSearch,
  stringifySearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
