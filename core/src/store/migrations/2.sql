-- How deep each repetition went with all three contacts of the dowel kept; null where that could not be told.
ALTER TABLE reps ADD COLUMN clean_depth_deg REAL;
