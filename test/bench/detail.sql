select {row}, c.pseudonym, c.work_authorization as "workAuthorization", c.technical_route as "technicalRoute",
  c.source_detail as "sourceDetail", c.sourced_on as "sourcedOn", c.legal_basis as "legalBasis", c.notice_due_on as "noticeDueOn",
  c.noticed_on as "noticedOn", c.do_not_contact_reason as "doNotContactReason", c.do_not_contact_since as "doNotContactSince",
  c.objects_to_profiling as "objectsToProfiling", c.custom,
  (select coalesce(json_agg(l.name order by l.name), '[]') from candidate_alias l
    where l.agency_id = c.agency_id and l.candidate_id = c.id) as aliases,
  (select coalesce(json_object_agg(t.kind, t.names), '{}') from (select kind, json_agg(name order by name) as names
    from candidate_topic where agency_id = c.agency_id and candidate_id = c.id group by kind) t) as topics,
  (select coalesce(json_agg(json_build_object('id', i.id, 'kind', i.kind, 'value', i.value, 'confidence', i.confidence)
      order by i.confidence, i.kind, i.id), '[]')
    from candidate_identifier i where i.agency_id = c.agency_id and i.candidate_id = c.id) as identifiers,
  (select coalesce(json_agg(json_build_object('id', h.id, 'kind', h.kind, 'value', h.value, 'state', h.state,
      'holderId', h.holder_id, 'holderName', m.name, 'bestTime', h.best_time, 'doNotUse', h.do_not_use, 'version', h.version)
      order by h.kind, h.id), '[]')
    from candidate_channel h left join member m on m.agency_id = h.agency_id and m.id = h.holder_id
    where h.agency_id = c.agency_id and h.candidate_id = c.id) as channels,
  (select coalesce(json_agg(json_build_object('id', a.id, 'organizationId', o.id, 'organizationName', o.name,
      'type', a.type, 'title', a.title, 'level', a.level, 'team', a.team, 'managerId', a.manager_id,
      'managerName', b.display_name, 'startedOn', a.started_on, 'endedOn', a.ended_on, 'seenFrom', a.seen_from,
      'seenUntil', a.seen_until, 'confidence', a.confidence, 'source', a.source,
      'isCurrent', a.id is not distinct from c.current_affiliation_id, 'version', a.version)
      order by coalesce(a.started_on, make_date(coalesce(a.seen_from, a.seen_until, 1), 1, 1)) desc, a.id), '[]')
    from affiliation a join organization o on o.agency_id = a.agency_id and o.id = a.organization_id
      left join candidate b on b.agency_id = a.agency_id and b.id = a.manager_id
    where a.agency_id = c.agency_id and a.candidate_id = c.id) as affiliations,
  (select coalesce(json_agg(json_build_object('id', v.id, 'kind', v.kind, 'months', v.months::float8,
      'startsFrom', v.starts_from, 'binds', v.binds, 'status', v.status,
      'monthlyCompensation', v.monthly_compensation, 'currency', v.currency, 'setOff', v.set_off, 'note', v.note,
      'version', v.version) order by v.kind, v.id), '[]')
    from covenant v where v.agency_id = c.agency_id and v.candidate_id = c.id) as covenants,
  (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'base', p.base_amount, 'currency', p.currency,
      'basePer', p.base_per, 'months', p.months::float8, 'extraMonths', p.extra_months, 'bonus', p.bonus_amount,
      'source', p.source, 'statedOn', p.stated_on, 'note', p.note, 'updatedAt', p.updated_at,
      'oneOffs', (select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'amount', f.amount,
          'paidOn', f.paid_on, 'clawBack', f.claw_back, 'clawBackMonths', f.claw_back_months) order by f.id), '[]')
        from package_one_off f where f.agency_id = p.agency_id and f.package_id = p.id),
      'grants', (select coalesce(json_agg(json_build_object('id', g.id, 'kind', g.kind, 'grantor', g.grantor,
          'units', g.units, 'amount', g.amount, 'strike', g.strike, 'price', g.price, 'priceOn', g.price_on,
          'priceBasis', g.price_basis, 'liquidity', g.liquidity, 'vestStart', g.vest_start, 'vestMonths', g.vest_months,
          'cliffMonths', g.cliff_months, 'vestEveryMonths', g.vest_every_months, 'vestSplit', g.vest_split,
          'exerciseDays', g.exercise_days) order by g.id), '[]')
        from package_grant g where g.agency_id = p.agency_id and g.package_id = p.id))), '[]')
    from package p where p.agency_id = c.agency_id and p.candidate_id = c.id) as packages,
  (select count(*)::int from authorship w where w.agency_id = c.agency_id and w.candidate_id = c.id) as "publicationCount",
  (select count(*)::int from candidacy y where y.agency_id = c.agency_id and y.candidate_id = c.id) as "candidacyCount",
  (select count(*)::int from note n where n.agency_id = c.agency_id and n.candidate_id = c.id) as "noteCount"
from candidate c where c.agency_id = $1 and c.id = $2
