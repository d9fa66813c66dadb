/** The first two are told to the open pages of one member alone and never recorded. A digest that is made goes out by its event. */
export const noticeEvents = {
  'notice.made': { needs: 'notice.read', visibility: 'private', data: [] },
  'notice.read': { needs: 'notice.read', visibility: 'private', data: [] },
  'notice.digest-made': { needs: 'notice.read', visibility: 'private', data: [] },
} as const;
