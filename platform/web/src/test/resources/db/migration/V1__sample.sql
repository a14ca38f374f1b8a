create table sample (
    id      uuid primary key,
    code    text not null,
    version bigint not null,
    constraint uq_sample_code unique (code)
);

grant select, insert, update, delete on sample to ${appRole};
