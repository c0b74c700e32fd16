-- A statement that wrote fewer rows than it must falls as a whole, with a code that says why.
CREATE FUNCTION require_rows(written bigint, expected bigint, otherwise text) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  IF written <> expected THEN
    RAISE EXCEPTION '% rows of %', written, expected USING ERRCODE = otherwise;
  END IF;
  RETURN written;
END $$;
