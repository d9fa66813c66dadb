import { Notifications } from '@mantine/notifications';

/** The notices on screen, the newest at the bottom. */
export function NoticeList() {
  return <Notifications position="bottom-right" limit={4} />;
}
