import { Badge, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { Panel } from '../ui/panel.js';
import classes from './organization-tree.module.css';

/** The whole tree in which the organization stands; nothing where it stands alone. */
export function OrganizationTree({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = $api.useQuery('get', '/api/v1/organizations/{id}/tree', { params: { path: { id } } });
  if (!data || data.nodes.length < 2) return null;
  return (
    <Panel title={t('organizations.tree')}>
      <ul className={classes.tree}>
        {data.nodes.map((node) => (
          <li key={node.id} style={{ '--depth': node.depth } as React.CSSProperties} className={classes.node}>
            {node.id === id ? (
              <Text span fw={650} aria-current="page">
                {node.name}
              </Text>
            ) : (
              <Link to="/organizations/$id" params={{ id: node.id }}>
                {node.name}
              </Link>
            )}
            <Badge size="xs" variant="light" color="gray">
              {format.number(node.peopleCount)}
            </Badge>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
