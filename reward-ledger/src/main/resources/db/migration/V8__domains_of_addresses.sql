-- By the domain of an address an employee is recognised, whom the program never rewards.
alter table referral
    add column referrer_domains text[] not null default '{}',
    add column lead_domain text;
