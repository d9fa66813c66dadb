import type { PackageKind } from '@domain/compensation/package.js';

/** SQL of one package `p` as its view, null where there is none. */
export const packageWhere = (
  condition: string,
): string => `(select json_build_object('id', p.id, 'base', money(p.base_amount, p.currency), 'basePer', p.base_per, 'level', p.level,
  'months', p.months::float8, 'extraMonths', p.extra_months, 'bonus', money(p.bonus_amount, p.currency),
  'annualCash', money(p.base_amount * coalesce(p.months, 1) + p.bonus_amount, p.currency),
  'guaranteedCash', money(p.base_amount * case when p.extra_months = 'target' then least(p.months, 12) else coalesce(p.months, 1) end, p.currency),
  'bonusYearFrom', p.bonus_year_from, 'source', p.source, 'statedOn', p.stated_on, 'note', p.note,
  'oneOffs', (select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'amount', money(f.amount, p.currency),
      'paidOn', f.paid_on, 'clawBack', f.claw_back, 'clawBackMonths', f.claw_back_months) order by f.id), '[]')
    from package_one_off f where f.agency_id = p.agency_id and f.package_id = p.id),
  'grants', (select coalesce(json_agg(json_build_object('id', g.id, 'kind', g.kind, 'grantor', g.grantor,
      'units', trim_scale(g.units)::text, 'amount', money(g.amount, p.currency), 'strike', trim_scale(g.strike)::text,
      'price', trim_scale(g.price)::text, 'priceOn', g.price_on, 'priceBasis', g.price_basis, 'liquidity', g.liquidity,
      'vestStart', g.vest_start, 'vestMonths', g.vest_months, 'cliffMonths', g.cliff_months,
      'vestEveryMonths', g.vest_every_months, 'vestSplit', g.vest_split::float8[], 'exerciseDays', g.exercise_days) order by g.id), '[]')
    from package_grant g where g.agency_id = p.agency_id and g.package_id = p.id),
  'updatedAt', p.updated_at)
  from package p where ${condition})`;

/** SQL of what the candidate `c` earns or asks for. */
export const packageSql = (kind: PackageKind): string =>
  packageWhere(`p.agency_id = c.agency_id and p.candidate_id = c.id and p.kind = '${kind}'`);
