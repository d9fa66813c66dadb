import { useNotifications } from '@mantine/notifications';
import { Suspense, useState } from 'react';
import { later } from './later.js';

const NoticeList = later(async () => (await import('./notice-list.js')).NoticeList);

/** Where notices appear; its code comes with the first. */
export function NoticePlace() {
  const { notifications } = useNotifications();
  const [used, setUsed] = useState(false);
  if (!used && notifications.length > 0) setUsed(true);
  return <Suspense>{used && <NoticeList />}</Suspense>;
}
