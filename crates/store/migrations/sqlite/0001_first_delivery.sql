-- The records of the first delivery. Instants are microseconds UTC (*_us), amounts minor units beside their currency.

create table id_block (name text primary key, next integer not null) strict;

create table source (id integer primary key, name text not null unique, kind text not null) strict;

create table import_run (
    id integer primary key,
    source_id integer not null references source(id),
    state text not null check (state in ('uploaded','checking','checked','running','done','failed','cancelled','undoing','undone')),
    by_name text not null,
    created_us integer not null,
    finished_us integer,
    files text not null,
    mapping text not null,
    report text,
    error text,
    rows_done integer not null default 0,
    rows_total integer not null default 0
) strict;

create table import_problem (
    import_id integer not null references import_run(id) on delete cascade,
    seq integer not null,
    file text not null,
    object text not null,
    line integer not null,
    column_name text not null,
    value text not null,
    problem text not null,
    advice text not null,
    primary key (import_id, seq)
) strict;

-- What a record looked like before an import changed it; records that an import created carry its import_id.
create table import_change (
    import_id integer not null references import_run(id) on delete cascade,
    object text not null,
    record_id integer not null,
    before text not null,
    primary key (import_id, object, record_id)
) strict;

create table seller (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    name text not null,
    email text,
    kind text not null check (kind in ('person','queue','integration')),
    start_date text, end_date text,
    centihours_per_week integer,
    lat real, lon real,
    unique (source_id, external_id)
) strict;

create table seller_post (
    id integer primary key,
    seller_id integer not null references seller(id) on delete cascade,
    role text not null check (role in ('generalist','hunter','account_manager','inside_account_manager','manager')),
    team text,
    manager_id integer references seller(id),
    start_date text not null,
    end_date text check (end_date > start_date),
    unique (seller_id, start_date)
) strict;
create unique index seller_post_open on seller_post (seller_id) where end_date is null;
create index seller_post_manager on seller_post (manager_id);

create table customer (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    name text not null,
    segment text, industry text, country text, region text, city text, postal_code text,
    lat real, lon real, place_source text,
    parent_id integer references customer(id),
    created_date text,
    unique (source_id, external_id)
) strict;
create index customer_by_name on customer (name, id);
create index customer_by_segment on customer (segment, name, id);
create index customer_by_country on customer (country, name, id);
create index customer_by_industry on customer (industry, name, id);
create index customer_import on customer (import_id);
create index customer_parent on customer (parent_id);

create table unit (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    customer_id integer not null references customer(id),
    name text not null,
    potential_minor integer, currency text,
    check ((potential_minor is null) = (currency is null)),
    unique (source_id, external_id)
) strict;
create index unit_customer on unit (customer_id);
create index unit_import on unit (import_id);

create table contact (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    customer_id integer references customer(id),
    unit_id integer references unit(id),
    name text not null,
    email text, phone text, title text, role text,
    unique (source_id, external_id)
) strict;
create index contact_customer on contact (customer_id);
create index contact_import on contact (import_id);
create index contact_unit on contact (unit_id);

create table opportunity (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    customer_id integer references customer(id),
    unit_id integer references unit(id),
    owner_id integer references seller(id),
    name text,
    kind text not null check (kind in ('new','expansion','renewal')),
    kind_derived integer not null,
    stage text,
    status text not null check (status in ('open','won','lost')),
    amount_minor integer, currency text,
    created_date text, close_date text,
    check ((amount_minor is null) = (currency is null)),
    unique (source_id, external_id)
) strict;
create index opportunity_customer on opportunity (customer_id);
create index opportunity_import on opportunity (import_id);
create index opportunity_unit on opportunity (unit_id);
create index opportunity_owner on opportunity (owner_id);

create table subscription (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    unit_id integer not null references unit(id),
    product text,
    arr_minor integer not null, currency text not null,
    start_date text not null,
    end_date text check (end_date > start_date),
    derived_from integer references opportunity(id),
    unique (source_id, external_id)
) strict;
create index subscription_unit on subscription (unit_id);
create index subscription_import on subscription (import_id);
create index subscription_derived on subscription (derived_from);

-- Exactly one accountable owner at any instant: each row names the end of the row before it, so neither gap nor overlap can be stored.
create table ownership (
    id integer primary key,
    import_id integer,
    unit_id integer not null references unit(id),
    seller_id integer not null references seller(id),
    role text not null check (role in ('generalist','hunter','account_manager','inside_account_manager','manager')),
    start_date text not null,
    end_date text check (end_date > start_date),
    previous_end text check (previous_end = start_date),
    unique (unit_id, end_date),
    unique (unit_id, previous_end),
    foreign key (unit_id, previous_end) references ownership (unit_id, end_date)
) strict;
create unique index ownership_first on ownership (unit_id) where previous_end is null;
create unique index ownership_open on ownership (unit_id) where end_date is null;
create index ownership_seller on ownership (seller_id, unit_id);
create index ownership_import on ownership (import_id);

create table activity (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    seller_id integer, customer_id integer, unit_id integer, opportunity_id integer,
    date text not null,
    minutes integer,
    kind text, category text, urgency text, initiated_by text, subject text,
    from_calendar integer
) strict;
create unique index activity_external on activity (source_id, external_id);
create index activity_customer on activity (customer_id, date);
create index activity_seller on activity (seller_id, date);

create table note (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    customer_id integer references customer(id),
    unit_id integer references unit(id),
    author_id integer references seller(id),
    date text not null,
    text text not null,
    unique (source_id, external_id)
) strict;
create index note_customer on note (customer_id, date);
create index note_import on note (import_id);
create index note_unit on note (unit_id);
create index note_author on note (author_id);

-- What list pages show of a customer; remade in the transaction that changes what it is made of.
create table customer_summary (
    customer_id integer primary key references customer(id) on delete cascade,
    arr_minor integer not null,
    arr_currencies text not null,
    owners text not null,
    units integer not null,
    open_opportunities integer not null,
    last_activity text,
    next_renewal text
) strict;
-- The day for which the summaries were made; empty where they hold no longer.
create table customer_summary_day (day text not null) strict;
create index customer_summary_arr on customer_summary (arr_minor, customer_id);

create table app_user (
    id integer primary key,
    email text not null unique,
    name text not null,
    password_hash text not null,
    role text not null check (role in ('admin','operations','manager','hunter','account_manager','viewer')),
    seller_id integer references seller(id) on delete set null,
    locale text not null,
    active integer not null,
    created_us integer not null
) strict;

create table session (
    token_hash text primary key,
    user_id integer not null references app_user(id) on delete cascade,
    created_us integer not null,
    expires_us integer not null
) strict;
create index session_by_user on session (user_id);

-- Attempts to sign in that failed or are going on; the device is named where it is one of the user's own.
create table login_attempt (
    id integer primary key,
    email text not null,
    ip text not null,
    device text,
    at_us integer not null
) strict;
create index login_attempt_email on login_attempt (email, at_us);
create index login_attempt_ip on login_attempt (ip, at_us);

-- Browsers that a user has signed in with: strangers' failures elsewhere do not lock these out.
create table known_device (
    token_hash text primary key,
    user_id integer not null references app_user(id) on delete cascade,
    created_us integer not null
) strict;
create index known_device_user on known_device (user_id);

create table api_token (
    id integer primary key,
    user_id integer not null references app_user(id) on delete cascade,
    name text not null,
    token_hash text not null unique,
    scopes text not null,
    created_us integer not null,
    expires_us integer not null,
    revoked_us integer
) strict;

create table event (
    id integer primary key,
    at_us integer not null,
    actor text not null,
    kind text not null,
    object text not null,
    record_id integer,
    data text not null
) strict;

create table setting (key text primary key, value text not null) strict;

create table exchange_rate (
    currency text not null,
    date text not null,
    rate_e9 integer not null check (rate_e9 > 0),
    primary key (currency, date)
) strict;

create table saved_view (
    id integer primary key,
    user_id integer not null references app_user(id) on delete cascade,
    page text not null,
    name text not null,
    query text not null,
    shared integer not null,
    unique (user_id, page, name)
) strict;

-- Weeks that sellers report themselves, by file or on the page: one row says it, whichever way it came last.
create table time_report (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    seller_id integer not null references seller(id) on delete cascade,
    week_start text not null,
    category text not null,
    minutes integer not null check (minutes >= 0 and minutes <= 10080),
    unique (seller_id, week_start, category),
    unique (source_id, external_id)
) strict;

create trigger event_no_update before update on event begin select raise(abort, 'events are never changed or deleted'); end;
create trigger event_no_delete before delete on event begin select raise(abort, 'events are never changed or deleted'); end;

create virtual table customer_search using fts5 (text, content='', contentless_delete=1, tokenize='trigram');
