-- up
-- The employer's own letter is a document of the person that belongs to the offer.
alter table document
  add column offer_id uuid,
  add foreign key (agency_id, offer_id) references offer (agency_id, id),
  add constraint document_of_offer check (offer_id is null or kind = 'offer_letter');
create index on document (agency_id, offer_id) where offer_id is not null;

-- down
alter table document drop column offer_id;
