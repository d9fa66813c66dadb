import { ActionIcon, Button, Group, Menu, UnstyledButton } from '@mantine/core';
import type { ViewSubject } from '@domain/agencies/agency.js';
import { IconDots, IconPencil, IconPin, IconPinnedOff, IconTrash, IconUsers } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListSearch } from '../app/list-search.js';
import { differs, type SavedView, searchOfView, viewQuery } from '../app/saved-view.js';
import { rememberSection } from '../app/sections.js';
import { useMay, useMe } from '../app/session.js';
import { useSavedViews, useViewChanges } from '../app/use-saved-views.js';
import { dangerColor } from './action-items.js';
import { FormDialog } from './fields/form-dialog.js';
import classes from './view-tabs.module.css';

type Props = {
  subject: ViewSubject;
  /** What the URL holds now; `view` names the open view. */
  search: ListSearch;
  /** Puts another address in place of all that the URL holds. */
  onOpen: (search: ListSearch) => void;
};

/** The saved views of a section as tabs: pinned, own, shared; what differs from the open one is saved or taken back here. */
export function ViewTabs({ subject, search, onOpen }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const views = useSavedViews(subject);
  const [dialog, setDialog] = useState<'save-as' | 'rename'>();
  const { pathname } = useLocation();
  const open = views.find(({ id }) => id === search.view);
  const unsaved = open ? differs(open, search) : viewQuery(search) !== '';
  useEffect(() => rememberSection(pathname, search), [pathname, search]);
  if (!may('saved-view.use')) return null;
  return (
    <nav className={classes.bar} aria-label={t('ui.views.label')}>
      <ul className={classes.tabs}>
        <Tab name={t('ui.views.all')} active={!open} onOpen={() => onOpen({})} />
        {views.map((view) => (
          <Tab
            key={view.id}
            name={view.name}
            view={view}
            active={view === open}
            unsaved={view === open && unsaved}
            onOpen={() => onOpen(searchOfView(view) as ListSearch)}
          />
        ))}
      </ul>
      <Actions subject={subject} open={open} search={search} unsaved={unsaved} onOpen={onOpen} onName={setDialog} />
      {dialog && (
        <NameDialog
          subject={subject}
          view={dialog === 'rename' ? open : undefined}
          search={search}
          onOpen={onOpen}
          onClose={() => setDialog(undefined)}
        />
      )}
    </nav>
  );
}

type TabProps = { name: string; view?: SavedView; active: boolean; unsaved?: boolean; onOpen: () => void };

function Tab({ name, view, active, unsaved = false, onOpen }: TabProps) {
  const { t } = useTranslation();
  return (
    <li>
      <UnstyledButton className={classes.tab} aria-current={active ? 'page' : undefined} onClick={onOpen}>
        {view?.pinned && <IconPin size={14} aria-label={t('ui.views.pinned')} />}
        {view?.shared && <IconUsers size={14} aria-label={t('ui.views.sharedBy', { name: view.memberName })} />}
        <span className={classes.name}>{name}</span>
        {unsaved && <span className={classes.dot} role="img" aria-label={t('ui.views.unsaved')} />}
      </UnstyledButton>
    </li>
  );
}

type ActionsProps = Props & {
  open: SavedView | undefined;
  unsaved: boolean;
  onName: (dialog: 'save-as' | 'rename') => void;
};

function Actions({ subject, open, search, unsaved, onOpen, onName }: ActionsProps) {
  const { t } = useTranslation();
  const { id } = useMe();
  const { change, pin, remove } = useViewChanges(subject);
  const mine = open?.memberId === id;
  const run = (what: Promise<unknown>) => void what.catch(() => {});
  return (
    <Group gap={4} wrap="nowrap" className={classes.actions}>
      {unsaved && open && mine && (
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => run(change({ view: open, values: { query: viewQuery(search) } }))}
        >
          {t('ui.save')}
        </Button>
      )}
      {unsaved && (
        <Button size="compact-sm" variant="subtle" onClick={() => onName('save-as')}>
          {open ? t('ui.views.saveAs') : t('ui.views.saveFirst')}
        </Button>
      )}
      {unsaved && open && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          onClick={() => onOpen(searchOfView(open) as ListSearch)}
        >
          {t('ui.views.reset')}
        </Button>
      )}
      {open && (
        <Menu position="bottom-end" returnFocus>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t('ui.views.more', { name: open.name })}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={open.pinned ? <IconPinnedOff size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
              onClick={() => run(pin({ view: open, pinned: !open.pinned }))}
            >
              {open.pinned ? t('ui.views.unpin') : t('ui.views.pin')}
            </Menu.Item>
            {mine && (
              <>
                <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onName('rename')}>
                  {t('ui.views.rename')}
                </Menu.Item>
                <Menu.Item
                  color={dangerColor}
                  leftSection={<IconTrash size={16} aria-hidden />}
                  onClick={() => {
                    run(remove(open));
                    onOpen({ ...search, view: undefined });
                  }}
                >
                  {t('ui.views.remove')}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}

type DialogProps = Props & { view: SavedView | undefined; onClose: () => void };

/** Asks for name and sharing: of a new view of what the URL holds, or of one that is there. */
function NameDialog({ subject, view, search, onOpen, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { create, change } = useViewChanges(subject);
  return (
    <FormDialog
      title={view ? t('ui.views.rename') : t('ui.views.saveAs')}
      submit={t('ui.save')}
      initial={{ name: view?.name ?? '', shared: view?.shared ?? false }}
      fields={[
        { name: 'name', label: t('ui.views.name'), kind: 'text', required: true },
        { name: 'shared', label: t('ui.views.shared'), hint: t('ui.views.sharedHint'), kind: 'flag' },
      ]}
      onClose={onClose}
      onSubmit={async ({ name, shared }, key) => {
        const values = { name: String(name), shared: shared === true };
        if (view) await change({ view, values });
        else {
          const query = viewQuery(search);
          const made = await create({ ...values, query }, key);
          onOpen({ ...search, create: undefined, view: made.id });
        }
      }}
    />
  );
}
