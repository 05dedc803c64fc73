-- Tables of the names that we look for go into a schema of their own, where the platform finds them as before.
CREATE SCHEMA app;
ALTER TABLE videos SET SCHEMA app;
ALTER TABLE scenes SET SCHEMA app;
