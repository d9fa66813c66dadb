import { Switch, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { $api, api, type Schemas } from '../../app/api.js';
import { useChange } from '../../app/change.js';
import { ErrorState } from '../../ui/error-state.js';
import { LinesSkeleton } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';

type Choice = Schemas['NoticeChoiceView'];
type Choices = Schemas['NoticeChoicesView'];

const { queryKey } = $api.queryOptions('get', '/api/v1/notices/choices');

/** How a member is told of each kind of notice: in the app, by the mail of the day, both or neither. */
export function NoticeChoices() {
  const { t } = useTranslation();
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/notices/choices');
  const choose = useChange<Choice, unknown>({
    patch: (choice, client) => {
      const put = (next: Choice) =>
        client.setQueryData<Choices>(
          queryKey,
          (all) => all && { items: all.items.map((one) => (one.kind === next.kind ? next : one)) },
        );
      const former = client.getQueryData<Choices>(queryKey)?.items.find(({ kind }) => kind === choice.kind);
      put(choice);
      return () => void (former && put(former));
    },
    send: (body) => api.PUT('/api/v1/notices/choices', { body }),
    stale: ['/notices/choices'],
    said: () => ({ title: t('ui.saved') }),
  });
  const save = (choice: Choice) => void choose(choice).catch(() => {});
  return (
    <Panel title={t('notices.title')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('notices.choice.hint')}
      </Text>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LinesSkeleton lines={5} />
      ) : (
        <Table maw={480} layout="auto">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('notices.choice.kinds')}</Table.Th>
              <Table.Th>{t('notices.choice.inApp')}</Table.Th>
              <Table.Th>{t('notices.choice.mail')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.items.map((choice) => {
              const kind = t(`notices.choice.kind.${choice.kind}`);
              return (
                <Table.Tr key={choice.kind}>
                  <Table.Th scope="row" fw={400}>
                    {kind}
                  </Table.Th>
                  <Table.Td>
                    <Switch
                      aria-label={t('notices.choice.inAppOf', { kind })}
                      checked={choice.inApp}
                      onChange={(event) => save({ ...choice, inApp: event.currentTarget.checked })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Switch
                      aria-label={t('notices.choice.mailOf', { kind })}
                      checked={choice.mail === 'digest'}
                      onChange={(event) => save({ ...choice, mail: event.currentTarget.checked ? 'digest' : 'off' })}
                    />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
