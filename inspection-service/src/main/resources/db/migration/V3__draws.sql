-- The day's seed of the draw (sealed) with its published commitment, and the draw that a lot carries.

CREATE TABLE daily_seed (
    day         date        PRIMARY KEY,
    sealed_seed bytea       NOT NULL,
    commitment  text        NOT NULL,
    created_at  timestamptz NOT NULL
);

-- A lot is a producer, the first six digits of the HS code and the folded lot number: filing it again inherits its draw.
CREATE TABLE lot_draw (
    producer       text    NOT NULL,
    hs6            text    NOT NULL,
    lot_key        text    NOT NULL,
    declaration_id uuid    NOT NULL,
    line_no        int     NOT NULL,
    day            date    NOT NULL,
    last_seen      date    NOT NULL,
    drawn          boolean NOT NULL DEFAULT false,
    PRIMARY KEY (producer, hs6, lot_key)
);

GRANT SELECT, INSERT ON daily_seed TO "${appRole}";
GRANT SELECT, INSERT, UPDATE ON lot_draw TO "${appRole}";
