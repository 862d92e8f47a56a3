-- A month's calls to the register are counted from the audit log. Its rows lie nearly in the order of time, which such an index
-- makes use of at next to no cost for whoever writes them.
create index audit_moment on audit using brin (at) with (pages_per_range = 32);
