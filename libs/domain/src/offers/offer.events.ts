const ofOffer = { needs: 'offer.read', visibility: 'agency' } as const;

export const offerEvents = {
  'offer.made': { ...ofOffer, data: ['candidacyId', 'number'] },
  'offer.changed': { ...ofOffer, data: ['candidacyId', 'fields'] },
  'offer.summarized': { ...ofOffer, data: ['candidacyId', 'number', 'language'] },
  'offer.approved': { ...ofOffer, data: ['candidacyId', 'approvedOn'] },
  'offer.told': { ...ofOffer, data: ['candidacyId', 'from', 'to'] },
  'offer.extended': { ...ofOffer, data: ['candidacyId', 'from', 'to'] },
  'offer.accepted': { ...ofOffer, data: ['candidacyId', 'from', 'to', 'reasons'] },
  'offer.declined': { ...ofOffer, data: ['candidacyId', 'from', 'to', 'reasons'] },
  'offer.expired': { ...ofOffer, data: ['candidacyId', 'from', 'to'] },
  'offer.withdrawn': { ...ofOffer, data: ['candidacyId', 'from', 'to', 'reasons'] },
  'offer.superseded': { ...ofOffer, data: ['candidacyId', 'from', 'to', 'number'] },
  'offer.reneged': { ...ofOffer, data: ['candidacyId', 'from', 'to', 'reasons'] },
  'offer.rescinded': { ...ofOffer, data: ['candidacyId', 'from', 'to', 'reasons'] },
  'rival-offer.made': { ...ofOffer, data: ['candidacyId', 'kind', 'state'] },
  'rival-offer.changed': { ...ofOffer, data: ['candidacyId', 'kind', 'fields'] },
  'rival-offer.passed': { ...ofOffer, data: ['candidacyId', 'kind', 'from', 'to', 'reasons'] },
  'exchange-rate.added': { needs: 'exchange-rate.read', visibility: 'agency', data: ['from', 'to', 'on'] },
  'exchange-rate.changed': { needs: 'exchange-rate.read', visibility: 'agency', data: ['from', 'to', 'on'] },
  'exchange-rate.removed': { needs: 'exchange-rate.read', visibility: 'agency', data: ['from', 'to', 'on'] },
  'exchange-rate.read-in': { needs: 'exchange-rate.read', visibility: 'agency', data: ['added', 'changed'] },
} as const;
