-- What docker-compose.yml lets PostgreSQL do once, as its superuser, when it makes the database: the two roles of ADR 20.
DO $$
DECLARE
  role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['jixiao_owner', 'jixiao_service'] LOOP
    EXECUTE format(
      'CREATE ROLE %I LOGIN PASSWORD %L', role,
      trim(E' \n' FROM pg_read_file('/run/secrets/' || replace(role, 'jixiao_', '') || '-password'))
    );
  END LOOP;
  EXECUTE format('ALTER DATABASE %I OWNER TO jixiao_owner', current_database());
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO jixiao_service', current_database());
END $$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT CREATE, USAGE ON SCHEMA public TO jixiao_owner;
