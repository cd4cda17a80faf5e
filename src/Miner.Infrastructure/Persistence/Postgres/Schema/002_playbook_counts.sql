-- How often feedback has confirmed an entry, and how often it has contradicted one: for entries of before, never.
ALTER TABLE playbook_entries ADD COLUMN helpful integer NOT NULL DEFAULT 0;
ALTER TABLE playbook_entries ADD COLUMN harmful integer NOT NULL DEFAULT 0;
