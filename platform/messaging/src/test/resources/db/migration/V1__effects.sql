create table effect (
    sequence   bigint generated always as identity primary key,
    consumer   text   not null,
    key        text   not null,
    version    bigint not null,
    request_id text
);
grant select, insert, delete on effect to ${appRole};
