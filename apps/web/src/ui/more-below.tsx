import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from './list-state.js';

/** Loads the next page when the end of the list comes near; the button does it where nobody scrolls. */
export function MoreBelow({ list }: { list: Pick<ListState<unknown>, 'hasMore' | 'loadMore' | 'loadingMore'> }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const { hasMore, loadMore, loadingMore } = list;
  useEffect(() => {
    if (!place.current || !hasMore || loadingMore) return undefined;
    const seer = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadMore(), { rootMargin: '400px' });
    seer.observe(place.current);
    return () => seer.disconnect();
  }, [hasMore, loadMore, loadingMore]);
  if (!hasMore) return null;
  return (
    <div ref={place}>
      <Button variant="subtle" fullWidth onClick={loadMore} loading={loadingMore}>
        {t('ui.loadMore')}
      </Button>
    </div>
  );
}
