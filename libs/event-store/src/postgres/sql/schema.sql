-- Everything here belongs to the login that migrates; the contexts' logins reach it through their own functions only.
CREATE SCHEMA IF NOT EXISTS events;
REVOKE ALL ON SCHEMA events FROM PUBLIC;
