-- What a row was when it was written, as a hash; null for rows of before. A report says of a row that is no longer that.
ALTER TABLE DrillLog ADD COLUMN Digest TEXT NULL;
