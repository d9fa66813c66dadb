import { ActionIcon, Badge, Button, Group, Text } from '@mantine/core';
import { searchContactRoles } from '@domain/searches/search.js';
import { IconPhone, IconPlus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { useMay } from '../app/session.js';
import { ContactLogForm } from '../poaching/parts/contact-log-form.js';
import { UserPicker } from '../settings/parts/user-picker.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { optionsOf } from '../ui/options.js';
import { Panel } from '../ui/panel.js';
import { useContactPicker } from './parts/contact-picker.js';
import classes from './search-parts.module.css';
import { useShowSearch } from './use-search-state.js';

type Search = Schemas['SearchView'];
type Contact = Schemas['SearchContactView'];

/** The colleagues who work on a search. */
export function Team({ search: { id, team, abilities } }: { search: Search }) {
  const { t } = useTranslation();
  const show = useShowSearch(id);
  const [adding, setAdding] = useState(false);
  const editable = abilities.includes('editTeam');
  const join = async (memberId: string) =>
    show((await api.POST('/api/v1/searches/{id}/team', { params: { path: { id } }, body: { memberId } })).data);
  const leave = useChange<Schemas['SearchMemberView'], unknown>({
    send: async ({ memberId }) => {
      const params = { path: { id, memberId } };
      show((await api.DELETE('/api/v1/searches/{id}/team/{memberId}', { params })).data);
    },
    stale: ['/searches'],
    said: ({ memberId, name }) => ({ title: t('searches.removed', { name }), undo: () => join(memberId) }),
  });
  return (
    <Panel
      title={t('searches.team')}
      aside={editable && <AddButton label={t('searches.addMember')} onClick={() => setAdding(true)} />}
    >
      <ul className={classes.list}>
        {team.map((member) => (
          <li key={member.memberId} className={classes.item}>
            <Text className={classes.grow}>{member.name}</Text>
            {member.lead ? (
              <Badge variant="light">{t('searches.lead')}</Badge>
            ) : (
              editable && (
                <RemoveButton
                  label={t('searches.remove', { name: member.name })}
                  onClick={() => void leave(member).catch(() => {})}
                />
              )
            )}
          </li>
        ))}
      </ul>
      {adding && (
        <FormDialog
          title={t('searches.addMember')}
          submit={t('ui.add')}
          fields={[
            { name: 'memberId', label: t('searches.member'), kind: 'record', Picker: UserPicker, required: true },
          ]}
          onClose={() => setAdding(false)}
          onSubmit={({ memberId }) => join(String(memberId))}
        />
      )}
    </Panel>
  );
}

/** The client's people who take part in a search. */
export function ClientSide({ search, contacts }: { search: Search; contacts: readonly Contact[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const { id, organizationId, organizationName, abilities } = search;
  const show = useShowSearch(id);
  const [open, setOpen] = useState<{ kind: 'add' } | { kind: 'log'; contact: Contact }>();
  const editable = abilities.includes('editTeam');
  const Picker = useContactPicker(organizationId);
  const params = { path: { id } };
  const name = async (body: Schemas['AddSearchContact']) =>
    show((await api.POST('/api/v1/searches/{id}/contacts', { params, body })).data);
  const remove = useChange<Contact, unknown>({
    send: async ({ contactId }) => {
      const path = { id, contactId };
      show((await api.DELETE('/api/v1/searches/{id}/contacts/{contactId}', { params: { path } })).data);
    },
    stale: ['/searches'],
    said: (contact) => ({
      title: t('searches.removed', { name: contact.name }),
      undo: () => name({ contactId: contact.contactId, role: contact.role }),
    }),
  });
  const close = () => setOpen(undefined);
  return (
    <Panel
      title={t('searches.clientSide')}
      aside={editable && <AddButton label={t('searches.addContact')} onClick={() => setOpen({ kind: 'add' })} />}
    >
      {contacts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('searches.noContacts')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {contacts.map((contact) => (
            <li key={contact.contactId} className={classes.item}>
              <div className={classes.grow}>
                <Text truncate>{contact.name}</Text>
                <Text size="sm" c="dimmed" truncate>
                  {[t(`words.contactKind.${contact.role}`), contact.title].filter(Boolean).join(' · ')}
                </Text>
              </div>
              {may('contact-log.write') && (
                <ActionIcon
                  variant="subtle"
                  aria-label={t('searches.logWith', { name: contact.name })}
                  onClick={() => setOpen({ kind: 'log', contact })}
                >
                  <IconPhone size={16} aria-hidden />
                </ActionIcon>
              )}
              {editable && (
                <RemoveButton
                  label={t('searches.remove', { name: contact.name })}
                  onClick={() => void remove(contact).catch(() => {})}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {open?.kind === 'add' && (
        <FormDialog
          title={t('searches.addContact')}
          submit={t('ui.add')}
          initial={{ role: 'hiring_manager' }}
          fields={[
            { name: 'contactId', label: t('searches.contact'), kind: 'record', Picker, required: true },
            {
              name: 'role',
              label: t('searches.role'),
              kind: 'choice',
              required: true,
              options: optionsOf(searchContactRoles, (word) => t(`words.contactKind.${word}`)),
            },
          ]}
          onClose={close}
          onSubmit={(values) => name(values as Schemas['AddSearchContact'])}
        >
          <Text size="sm" c="dimmed">
            {t('searches.contactsHint')}{' '}
            <Link to="/organizations/$id" params={{ id: organizationId }} search={{ tab: 'contacts' }}>
              {organizationName}
            </Link>
          </Text>
        </FormDialog>
      )}
      {open?.kind === 'log' && (
        <ContactLogForm name={open.contact.name} contactId={open.contact.contactId} onClose={close} />
      )}
    </Panel>
  );
}

function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Group>
      <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={onClick}>
        {label}
      </Button>
    </Group>
  );
}

function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}>
      <IconX size={16} aria-hidden />
    </ActionIcon>
  );
}
