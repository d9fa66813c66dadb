const ofFee = { needs: 'search.read-fee', visibility: 'agency' } as const;

export const feeEvents = {
  'fee.kept': { ...ofFee, data: ['candidacyId', 'offerId'] },
  'fee.rated': { ...ofFee, data: ['candidacyId'] },
  'fee.followed': { ...ofFee, data: ['candidacyId', 'state'] },
  'fee.paid': { ...ofFee, data: ['candidacyId', 'instalmentId', 'trigger'] },
  'fee.unpaid': { ...ofFee, data: ['candidacyId', 'instalmentId', 'trigger'] },
} as const;
