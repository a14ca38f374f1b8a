-- Letters that are never to be taken in, each with the operator's reason.
alter table parked_letter
    add column discard_reason text,
    drop constraint parked_letter_state_check,
    add constraint parked_letter_state_check
        check (state in ('PARKED', 'WAITING', 'SUPERSEDED', 'REDRIVEN', 'DISCARDED')),
    add constraint parked_letter_discarded_with_reason
        check ((state = 'DISCARDED') = (discard_reason is not null));
