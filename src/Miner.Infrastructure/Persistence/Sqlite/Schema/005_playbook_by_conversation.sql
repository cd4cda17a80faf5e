-- What is known of one user is deleted by these, without a walk through everybody's. The entries' is of deleted ones alone: an index of all
-- would be taken to read the active ones, too, past those that were deleted.
CREATE INDEX playbook_entries_deleted ON playbook_entries (cid) WHERE is_active = 0;
CREATE INDEX playbook_feedback_by_conversation ON playbook_feedback (cid);
