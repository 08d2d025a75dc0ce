-- A referral that lives on in another one credits nobody by itself.
alter table referral
    add column merged_into text,
    drop constraint referral_attribution_check,
    add constraint referral_attribution_check
        check (attribution in ('unclaimed', 'attributed', 'disputed', 'settled', 'merged')),
    add check ((attribution = 'merged') = (merged_into is not null));
