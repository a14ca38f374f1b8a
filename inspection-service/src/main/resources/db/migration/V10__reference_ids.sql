-- An id for each row of the reference tables, so that lists are pages in the order of recording.

ALTER TABLE reference_row ADD COLUMN id uuid NOT NULL DEFAULT uuidv7();
CREATE UNIQUE INDEX reference_row_id ON reference_row (table_name, id);
CREATE INDEX reference_row_key ON reference_row (table_name, key, id);
