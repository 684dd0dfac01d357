-- What a row was when it was written, as a hash; null for rows of before. A report says of a row that is no longer that.
ALTER TABLE DrillLog ADD Digest nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
