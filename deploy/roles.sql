-- One role and one schema for each that keeps state; passwords come from the environment. Safe to run again.
\getenv registry_password REGISTRY_PASSWORD
\getenv ask_drafter_password ASK_DRAFTER_PASSWORD
\getenv attribution_tracker_password ATTRIBUTION_TRACKER_PASSWORD
\getenv reward_ledger_password REWARD_LEDGER_PASSWORD

SELECT format('CREATE ROLE %I LOGIN', name)
FROM unnest(ARRAY['registry', 'ask_drafter', 'attribution_tracker', 'reward_ledger']) AS name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec

ALTER ROLE registry PASSWORD :'registry_password';
ALTER ROLE ask_drafter PASSWORD :'ask_drafter_password';
ALTER ROLE attribution_tracker PASSWORD :'attribution_tracker_password';
ALTER ROLE reward_ledger PASSWORD :'reward_ledger_password';

SELECT format('CREATE SCHEMA IF NOT EXISTS %1$I AUTHORIZATION %1$I', name)
FROM unnest(ARRAY['registry', 'ask_drafter', 'attribution_tracker', 'reward_ledger']) AS name \gexec

SELECT format('ALTER ROLE %1$I SET search_path = %1$I, public', name)
FROM unnest(ARRAY['registry', 'ask_drafter', 'attribution_tracker', 'reward_ledger']) AS name \gexec
