-- How long a claim holds, beside the instant a delivery became due: no index names it, so a claim writes one row and no index.
ALTER TABLE delivery ADD COLUMN claimed_until timestamptz;
