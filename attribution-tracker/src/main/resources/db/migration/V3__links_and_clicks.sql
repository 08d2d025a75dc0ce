-- Every referral link that was made, clicked or named. A row is what those who work on a link lock.
create table link (
    link_code text primary key
);

-- That links were made, and every click on them, for ever. Clicks that no form gives back stay here and claim nothing.
create table link_fact (
    source      text        not null,
    id          text        not null,
    link_code   text        not null references link,
    click_id    text,                                     -- null where the link was made
    kind        text        not null check (kind in ('link_made', 'link_click')),
    occurred_at timestamptz not null,
    content     jsonb       not null,
    recorded_at timestamptz not null,
    primary key (source, id),
    check ((kind = 'link_click') = (click_id is not null))
);

create index link_fact_link on link_fact (link_code, click_id);

-- Submissions by the links that they name and the click that they give back: whom a late link or click concerns.
create table lead_link (
    link_code text not null references link,
    source    text not null,
    id        text not null,
    click_id  text,
    primary key (link_code, source, id),
    foreign key (source, id) references lead_fact
);

create index lead_link_click on lead_link (link_code, click_id);
create index lead_link_fact on lead_link (source, id);

with named as materialized (
    select distinct referrer ->> 'id' as link_code, source, id,
        case when length(content -> 'sourcePath' ->> 'clickId') <= 255 then content -> 'sourcePath' ->> 'clickId' end as click_id
    from lead_fact cross join lateral jsonb_array_elements(content -> 'referrers') referrer
    where kind = 'submission' and referrer ->> 'kind' = 'LINK' and length(referrer ->> 'id') <= 255),
known as (
    insert into link (link_code) select distinct link_code from named)
insert into lead_link (link_code, source, id, click_id) select link_code, source, id, click_id from named;
