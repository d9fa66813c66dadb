import { Kbd, Menu } from '@mantine/core';
import { IconCloudOff, IconDots, IconSearch } from '@tabler/icons-react';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NoticeBell } from '../../notices/parts/notice-bell.js';
import { later } from '../../ui/later.js';
import { undoLast } from '../../ui/undo.js';
import { CreateMenu } from './create-menu.js';
import { useOnline } from './use-online.js';
import { useLive } from '../live.js';
import { navigation } from '../navigation.js';
import { lastSearch } from '../sections.js';
import { useMay, useMe } from '../session.js';
import { useShortcut, useShortcutListener } from '../use-shortcuts.js';
import { closeSheet, openSheet, useSheet } from './sheets.js';
import { UserMenu } from './user-menu.js';
import classes from './shell.module.css';

const Palette = later(async () => (await import('./palette.js')).Palette);
const BlockedPlace = later(async () => (await import('../../off-limits/parts/blocked-place.js')).BlockedPlace);
const WorkTray = later(async () => (await import('./work-tray.js')).WorkTray);
const QuickAdd = later(async () => (await import('../../candidates/parts/quick-add.js')).QuickAdd);
const HelpSheet = later(async () => (await import('./help-sheet.js')).HelpSheet);

/** The frame of every signed-in page: navigation, search, account, and the sheets that open from anywhere. */
export function Shell() {
  const { t } = useTranslation();
  const main = useRef<HTMLElement>(null);
  const sheet = useSheet();
  const online = useOnline();
  useLive();
  useShortcutListener();
  useGlobalShortcuts();
  useFocusOnNavigation(main);

  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t('app.skip')}
      </a>
      <Navigation />
      <header className={classes.top}>
        <SearchButton />
        <span className={classes.push} />
        <CreateMenu />
        <NoticeBell />
        <UserMenu />
      </header>
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        {!online && (
          <div className={classes.offline} role="status">
            <IconCloudOff size={16} aria-hidden /> {t('app.error.offline')}. {t('app.error.offlineHint')}
          </div>
        )}
        <Outlet />
      </main>
      <Tabs />
      <Suspense fallback={null}>
        <WorkTray />
      </Suspense>
      <Suspense fallback={null}>
        {sheet === 'palette' && <Palette onClose={closeSheet} />}
        {sheet === 'quickAdd' && <QuickAdd onClose={closeSheet} />}
        {sheet === 'help' && <HelpSheet onClose={closeSheet} />}
      </Suspense>
      <Suspense fallback={null}>
        <BlockedPlace />
      </Suspense>
    </div>
  );
}

function useGlobalShortcuts(): void {
  const navigate = useNavigate();
  const may = useMay();
  useShortcut('quickAdd', () => openSheet('quickAdd'), may('candidate.edit'));
  useShortcut('palette', () => openSheet('palette'));
  useShortcut('search', () => openSheet('palette'));
  useShortcut('help', () => openSheet('help'));
  useShortcut('undo', () => void undoLast());
  const go = (to: (typeof navigation)[number]['to']) => void navigate({ to, search: lastSearch(to) });
  useShortcut('goHome', () => go('/'));
  useShortcut('goCandidates', () => go('/candidates'));
  useShortcut('goOrganizations', () => go('/organizations'));
  useShortcut('goSearches', () => go('/searches'));
  useShortcut('goPoaching', () => go('/poaching'));
  useShortcut('goSubmissions', () => go('/submissions'));
  useShortcut('goOffers', () => go('/offers'));
  useShortcut('goImports', () => go('/imports'));
  useShortcut('goSettings', () => go('/settings'));
}

/** After a change of page the keyboard starts at the content, not at the end of the former page. */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const former = useRef(path);
  useEffect(() => {
    if (former.current && path && former.current !== path && document.activeElement === document.body)
      main.current?.focus();
    former.current = path;
  }, [main, path]);
}

function SearchButton() {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={classes.search}
      onClick={() => openSheet('palette')}
      aria-keyshortcuts="Control+K Meta+K /"
    >
      <IconSearch size={16} aria-hidden />
      <span className={classes.searchLabel}>{t('app.top.search')}</span>
      <Kbd visibleFrom="sm" size="xs" aria-hidden>
        {navigator.platform.startsWith('Mac') ? '⌘ K' : 'Ctrl K'}
      </Kbd>
    </button>
  );
}

function useNavigation() {
  const may = useMay();
  return navigation.filter(({ needs }) => may(needs));
}

function Navigation() {
  const { t } = useTranslation();
  const { agency } = useMe();
  const items = useNavigation();
  return (
    <nav className={classes.nav} aria-label={t('app.nav.main')}>
      <div className={classes.brand}>
        <img src="/favicon.svg" alt="" width={28} height={28} />
        <div>
          {t('app.name')}
          <div className={classes.agency}>{agency.name}</div>
        </div>
      </div>
      {items.map(({ id, to, icon: Icon }) => (
        <Link
          key={id}
          to={to}
          search={() => lastSearch(to)}
          className={classes.link}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          <Icon size={18} stroke={1.7} aria-hidden />
          {t(`app.nav.${id}`)}
        </Link>
      ))}
    </nav>
  );
}

const tabsShown = 4;

function Tabs() {
  const { t } = useTranslation();
  const items = useNavigation();
  const [opened, setOpened] = useState(false);
  const more = items.slice(tabsShown);
  return (
    <nav className={classes.tabs} aria-label={t('app.nav.main')}>
      {items.slice(0, tabsShown).map(({ id, to, icon: Icon }) => (
        <Link
          key={id}
          to={to}
          search={() => lastSearch(to)}
          className={classes.tab}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          <Icon size={22} stroke={1.6} aria-hidden />
          <span>{t(`app.tab.${id}`)}</span>
        </Link>
      ))}
      <Menu opened={opened} onChange={setOpened} position="top-end">
        <Menu.Target>
          <button type="button" className={classes.tab}>
            <IconDots size={22} stroke={1.6} aria-hidden />
            <span>{t('app.nav.more')}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {more.map(({ id, to, icon: Icon }) => (
            <Menu.Item
              key={id}
              leftSection={<Icon size={18} aria-hidden />}
              renderRoot={(props) => <Link to={to} search={() => lastSearch(to)} {...props} />}
            >
              {t(`app.nav.${id}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
